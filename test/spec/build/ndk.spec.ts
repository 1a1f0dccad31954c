import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { BuildError, ToolError } from '../../build/errors.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { writeFakeNdk } from './fake-ndk.ts';
import { scratch, withEnvironment } from './scratch.ts';

describe('ensureNdk', { timeout: 300_000 }, () => {
  it('builds a sysroot under a key and finds it again', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    const first = await ensureNdk(silent, { source });
    assert.ok(existsSync(join(first.sysroot, 'lib', 'libjsvm.so')));
    assert.ok(existsSync(first.bridge) && existsSync(first.toolchain));
    assert.deepEqual(await ensureNdk(silent, { source }), first);
  });

  it('gives changed sources another key and unchanged contents the old one', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    const first = await ensureNdk(silent, { source });
    appendFileSync(join(source, 'part.cc'), 'int more;\n');
    const second = await ensureNdk(silent, { source });
    assert.notEqual(second.key, first.key);
    place.write('ndk/part.cc', 'extern "C" int arkhost_part() { return 1; }\n');
    assert.equal((await ensureNdk(silent, { source })).key, first.key);
  });

  it('notices a new file', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    const first = await ensureNdk(silent, { source });
    place.write('ndk/deeper/new.h', '');
    assert.notEqual((await ensureNdk(silent, { source })).key, first.key);
  });

  for (const [damage, harm] of [
    ['deleted', (file: string) => rmSync(file)],
    ['cut short', (file: string) => truncateSync(file, 10)],
  ] as const) {
    it(`heals a library that was ${damage}`, async () => {
      using place = scratch();
      const source = writeFakeNdk(place);
      const ndk = await ensureNdk(silent, { source });
      harm(join(ndk.sysroot, 'lib', 'libjsvm.so'));
      assert.deepEqual(await ensureNdk(silent, { source }), ndk);
      const program = 'process.dlopen({ exports: {} }, process.argv[1])';
      const child = spawn(process.execPath, ['-e', program, join(ndk.sysroot, 'lib', 'libjsvm.so')], { stdio: 'pipe' });
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      await once(child, 'close');
      // It is a whole library again: loaded, it merely registers no addon.
      assert.match(text, /did not self-register/);
    });
  }

  it('heals a stamp and a build tree that were half written', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    const ndk = await ensureNdk(silent, { source });
    const cache = join(place.cache, 'ndk');
    for (const name of readdirSync(cache)) {
      if (name.endsWith('.stamp.json')) writeFileSync(join(cache, name), '{"recipe":');
      if (name.startsWith('build-')) writeFileSync(join(cache, name, 'build.ninja'), 'rule');
      if (name.startsWith('build-')) writeFileSync(join(cache, name, 'CMakeCache.txt'), 'half');
    }
    rmSync(join(cache, ndk.key), { recursive: true });
    assert.equal((await ensureNdk(silent, { source })).key, ndk.key);
    assert.ok(existsSync(join(ndk.sysroot, 'lib', 'libjsvm.so')));
  });

  it('lets two processes build at once and leaves nothing beside the result', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    const home = join(import.meta.dirname, '..', '..', 'build');
    const program = `
      import { ensureNdk } from ${JSON.stringify(join(home, 'ndk.ts'))};
      import { silent } from ${JSON.stringify(join(home, 'progress.ts'))};
      process.stdout.write((await ensureNdk(silent, { source: ${JSON.stringify(source)} })).key);`;
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let text = '';
        child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        await once(child, 'close');
        return text;
      }),
    );
    assert.match(keys[0] ?? '', /^[0-9a-f]{16}$/);
    assert.equal(keys[0], keys[1]);
    const left = readdirSync(join(place.cache, 'ndk')).filter((name) => !/^build-|\.stamp\.json$/.test(name));
    assert.deepEqual(left, [keys[0]]);
  });

  it('shows what the compiler said when the sources do not build', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    place.write('ndk/part.cc', 'int broken(\n');
    await assert.rejects(ensureNdk(silent, { source }), (error: unknown) => {
      assert.ok(error instanceof BuildError);
      assert.match(error.output, /part\.cc:1/);
      return true;
    });
  });

  it('names the missing install when a library is left out', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    place.write('ndk/CMakeLists.txt', 'cmake_minimum_required(VERSION 3.16)\nproject(empty LANGUAGES CXX)\n');
    await assert.rejects(ensureNdk(silent, { source }), /without arkhost\.toolchain\.cmake/);
  });

  it('says how to install a compiler when there is none', async () => {
    using place = scratch();
    const source = writeFakeNdk(place);
    using _ = withEnvironment({ PATH: '/nonexistent', ARKHOST_CXX: undefined, CXX: undefined });
    await assert.rejects(ensureNdk(silent, { source }), (error: unknown) => {
      assert.ok(error instanceof ToolError);
      assert.match(error.message, /clang\+\+ 16 or g\+\+ 12.*sudo apt-get install g\+\+ cmake ninja-build/);
      return true;
    });
  });
});
