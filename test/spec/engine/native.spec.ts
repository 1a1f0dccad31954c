import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildModule } from '../../build/module.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { failure, fixtureModule, runFixture } from './support.ts';

/** True while a process runs; one that ended and was not collected yet does not. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };

describe('native code in a test run', limit, async () => {
  const { module } = fixtureModule(join(import.meta.dirname, 'fixtures/native'));
  const cmakeLists = join(module.root, 'cpp/CMakeLists.txt');
  module.native = { cmakeLists, arguments: [], cppFlags: [], cFlags: [], abiFilters: ['x86_64'], targets: [] };
  const ndk = await ensureNdk(silent);
  const { libraries } = await buildModule(module, ndk, { include: [], link: [], cmakeArgs: [], progress: silent });
  const native = { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries };
  const report = await runFixture('native', { native, parameters: { timeout: '1000' }, caseTimeout: 2000 });
  const verdict = (name: string): string | undefined => report.cases.get(name)?.verdict;
  const findings = (name: string): string => (report.cases.get(name)?.findings ?? []).join('\n');

  it('a bad pointer: signal, address, C++ line and ArkTS line', () => {
    const { message, stack } = failure(report, 'Crashes › writeToNowhere');
    assert.equal(verdict('Crashes › writeToNowhere'), 'crash');
    assert.match(message, /SIGSEGV at address 0x10/);
    assert.match(stack, /Overwrite\(int volatile\*\) .*faults\.cpp:\d+/);
    assert.match(stack, /WriteToNowhere.*faults\.cpp:\d+/);
    assert.match(stack, /native\/List\.test\.ets:14:\d+/);
    assert.doesNotMatch(stack, /crash_handler|hypium/);
  });

  it('a stack overflow, with the recursion folded', () => {
    assert.equal(verdict('Crashes › overflow'), 'crash');
    const { message, stack } = failure(report, 'Crashes › overflow');
    assert.match(message, /SIGSEGV/);
    assert.match(stack, /Recurse\(int\) .*\n.*\d+ more of the same/);
  });

  it('abort(), with the last lines of the log', () => {
    assert.equal(verdict('Crashes › abort'), 'crash');
    const { message, stack } = failure(report, 'Crashes › abort');
    assert.match(message, /SIGABRT/);
    assert.match(stack, /Abort\(\) .*faults\.cpp:\d+/);
    assert.match(stack, /last log lines:\n.*E A03200\/.*Faults: about to abort/);
  });

  it('exit() in native code, with the place that called it', () => {
    assert.equal(verdict('Crashes › exit'), 'crash');
    const { message, stack } = failure(report, 'Crashes › exit');
    assert.match(message, /exited with code 9/);
    assert.match(stack, /Exit\(\) .*faults\.cpp:\d+/);
    assert.match(stack, /native\/List\.test\.ets:23:\d+/);
  });

  it('a C++ exception that nobody catches', () => {
    assert.equal(verdict('Crashes › throwCpp'), 'crash');
    assert.match(
      failure(report, 'Crashes › throwCpp').message,
      /SIGABRT.*terminate called after throwing an instance of 'int'/,
    );
  });

  it('an endless loop in native code, with its place', () => {
    assert.equal(verdict('Crashes › loopForEver'), 'timeout');
    assert.match(failure(report, 'Crashes › loopForEver').stack, /LoopForEver\(\) .*faults\.cpp:\d+/);
  });

  it('an endless loop in ArkTS, with its place', () => {
    assert.equal(verdict('Crashes › scriptLoop'), 'timeout');
    assert.match(failure(report, 'Crashes › scriptLoop').stack, /native\/List\.test\.ets:3\d:\d+/);
  });

  it('a crash after calls of JSVM-API and Node-API, with their names', () => {
    assert.equal(verdict('Crashes › writeAfterCalls'), 'crash');
    assert.match(
      failure(report, 'Crashes › writeAfterCalls').stack,
      /newest first:\n  OH_JSVM_CloseHandleScope\n  napi_create_int32 \(3 times\)\n  napi_get_undefined\n/,
    );
  });

  it('an endless loop in native code, with the calls before it', () => {
    assert.match(failure(report, 'Crashes › loopForEver').stack, /newest first:\n  napi_define_properties/);
  });

  it('an error thrown through Node-API, with its code', () => {
    assert.equal(verdict('Crashes › throwError'), 'error');
    const { message, stack } = failure(report, 'Crashes › throwError');
    assert.match(message, /thrown by native code \(code FAULT\)/);
    assert.match(stack, /native\/List\.test\.ets:36:\d+/);
  });

  it('a VM that is closed in order passes without findings', () => {
    assert.equal(verdict('Leaks › cleanVm'), 'pass');
    assert.equal(findings('Leaks › cleanVm'), '');
  });

  it('a VM destroyed with a handle scope open fails the case', () => {
    assert.equal(verdict('Leaks › forgetHandleScope'), 'error');
    assert.match(
      failure(report, 'Leaks › forgetHandleScope').message,
      /VM \d+ was destroyed with 1 handle scope left open/,
    );
  });

  it('a VM destroyed with a reference open is noted', () => {
    assert.equal(verdict('Leaks › forgetReference'), 'pass');
    assert.match(findings('Leaks › forgetReference'), /destroyed with 1 reference left open/);
  });

  it('a VM that stays is no failure, a handle scope opened in it and not closed is', () => {
    assert.equal(verdict('Leaks › keepVm'), 'pass');
    assert.equal(verdict('Leaks › openScopeInKeptVm'), 'error');
    assert.match(failure(report, 'Leaks › openScopeInKeptVm').message, /1 handle scope left open by this case/);
  });

  it('a handle scope that is open at the end fails the run', () => {
    assert.match(
      report.errors.map((error) => error.failure.message).join('\n'),
      /VM \d+ \(made in Leaks › keepVm\) was left with 1 handle scope/,
    );
  });

  it('napi_load_module finds libraries, system modules and ArkTS files', () => {
    assert.equal(verdict('LoadModule › native_loads'), 'pass', failure(report, 'LoadModule › native_loads').message);
    assert.equal(
      verdict('LoadModule › requireNapi_loads'),
      'pass',
      failure(report, 'LoadModule › requireNapi_loads').message,
    );
    assert.match(report.output, /requireNapi\('nowhere', true\): there is no libnowhere\.so/);
    assert.match(failure(report, 'LoadModule › native_loads_nothing').message, /there is no module 'ets\/Nowhere'/);
  });

  it('a hanging process ends with its parent', async (test) => {
    // A killed parent leaves its temporary folders behind.
    const scratch = mkdtempSync(join(tmpdir(), 'arkhost-hang-'));
    test.after(() => rmSync(scratch, { recursive: true, force: true }));
    const parent = spawn(process.execPath, [join(import.meta.dirname, 'hang-parent.ts'), JSON.stringify(native)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: scratch },
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const engine = Number(line.toString());
    assert.equal(isAlive(engine), true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    // The kernel sends the signal with the parent's end; the process table follows.
    while (isAlive(engine)) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it('what native code prints reaches the output', () => {
    assert.equal(verdict('Log › native_print'), 'pass');
    assert.match(report.output, /^printed by native code$/m);
  });

  it('the hilog command sees ArkTS lines, masked', () => {
    assert.equal(verdict('Log › hilog_command'), 'pass', failure(report, 'Log › hilog_command').message);
  });
});
