/** A script is ended from outside: by a client of the debugger, or with the thread or the process that it runs in. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { buildTests } from './harness/build.ts';
import { attach } from './inspector/attach.ts';
import type { Client } from './inspector/client.ts';
import { Debuggee, GENERIC_FAILURE, OK } from './inspector/debuggee.ts';

const build = await buildTests(process.env['ARKHOST_TEST_GROUP']);
const timeout = 60_000;
/** JSVM_PENDING_EXCEPTION */
const PENDING_EXCEPTION = 10;

/** JS that never ends. `started` tells that it runs; without the call in it V8 may stop looking at the outside world. */
const ENDLESS = `started = true; for (;;) (0, eval)('0');`;

/** Runs a script that never ends, ends it by the client, and returns what the run returned. */
async function runTerminated(debuggee: Debuggee, client: Client, env: unknown, source: string): Promise<unknown> {
  await debuggee.run(env, 'var started = false');
  const result = debuggee.run(env, source);
  while ((await client.evaluate('started')) !== true) continue;
  await client.call('Runtime.terminateExecution');
  return await result;
}

describe('Runtime.terminateExecution', () => {
  const cases: Record<string, string> = {
    'a-script': ENDLESS,
    'a-script-that-catches-all': `for (;;) try { ${ENDLESS} } catch {} finally { started = true }`,
    'a-callback': `[1].forEach(() => { ${ENDLESS} })`,
  };
  for (const [name, source] of Object.entries(cases)) {
    it(`terminateExecution-ends-${name}`, { timeout }, async () => {
      await using debuggee = new Debuggee(build);
      const { env, client } = await attach(debuggee);
      for (let round = 0; round < 3; round++) {
        assert.equal(await runTerminated(debuggee, client, env, source), `status ${GENERIC_FAILURE}`);
        assert.equal(await debuggee.run(env, '[1, 2].map((i) => i + 1).join()'), '2,3');
      }
      await client.close();
      assert.equal(await debuggee.call('destroyEnv', env), OK);
      assert.equal(await debuggee.call('destroyVm'), OK);
      assert.equal(await debuggee.end(), 0);
    });
  }

  it('terminateExecution-ends-microtasks-after-the-script-that-made-them', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const source = `var after = 0; Promise.resolve().then(() => { ${ENDLESS} }).then(() => after++); 'the result'`;
    assert.equal(await runTerminated(debuggee, client, env, source), 'the result');
    assert.equal(await debuggee.run(env, 'after'), '0');
  });

  it('terminateExecution-goes-through-native-code', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const nested = `var seen = ''; try { callFromNative(() => callFromNative(() => { ${ENDLESS} })); seen += 'on' }
      catch { seen += 'caught' } seen += 'after'`;
    assert.equal(await runTerminated(debuggee, client, env, nested), `status ${GENERIC_FAILURE}`);
    assert.equal(await debuggee.call('lastCall'), PENDING_EXCEPTION);
    assert.equal(await debuggee.run(env, '`seen: ${seen}`'), 'seen: ');
    assert.equal(await debuggee.run(env, 'callFromNative(() => 7)'), '7');
  });

  it('terminateExecution-in-a-pause-ends-the-script-when-it-goes-on', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const result = debuggee.run(env, `debugger; for (;;);`);
    await client.event('Debugger.paused');
    const ended = client.call('Runtime.terminateExecution');
    await client.call('Debugger.resume');
    assert.equal(await result, `status ${GENERIC_FAILURE}`);
    await ended;
    assert.equal(await debuggee.run(env, '1 + 1'), '2');
  });

  it('resume-with-terminateOnResume-ends-the-script', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const result = debuggee.run(env, `debugger; for (;;);`);
    await client.event('Debugger.paused');
    await client.call('Debugger.resume', { terminateOnResume: true });
    assert.equal(await result, `status ${GENERIC_FAILURE}`);
    assert.equal(await debuggee.run(env, '1 + 1'), '2');
  });
});

describe('A VM in a worker thread', () => {
  /** Runs `inspector/worker.ts` and returns its exit code and what it wrote. */
  async function runWorker(mode: string): Promise<[number | null, string]> {
    const file = join(import.meta.dirname, 'inspector', 'worker.ts');
    const library = join(dirname(build.library), 'libjsvm_debuggee.so');
    const child = spawn(process.execPath, [file, mode, build.bridge, library], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout / 2);
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const output = await text(child.stdout);
    clearTimeout(timer);
    return [await code, output.trim()];
  }

  it('terminate-in-the-middle-of-a-script-ends-the-worker-after-it', { timeout }, async () => {
    assert.deepEqual(await runWorker('terminate'), [0, 'the worker ended with 1, open VMs: 1']);
  });

  it('exit-of-the-process-ends-an-endless-script-of-a-worker', { timeout }, async () => {
    assert.deepEqual(await runWorker('exit'), [7, '']);
  });
});
