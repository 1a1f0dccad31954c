import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compilerCandidates, findProgram } from '../../build/programs.ts';
import { findBuildTools, findCompiler } from '../../build/tools.ts';
import type { Rejected } from '../../build/tools.ts';
import { scratch } from './scratch.ts';
import type { Scratch } from './scratch.ts';

/** A compiler that names itself as told and accepts everything, or nothing. */
function fakeCompiler(place: Scratch, name: string, version: string, works = true): void {
  const answer = `if [ "$1" = --version ]; then echo "${version}"; exit 0; fi`;
  const rest = works
    ? 'cat >/dev/null; exit 0'
    : 'cat >/dev/null; echo "fatal error: string: no such file" >&2; exit 1';
  chmodSync(place.write(`bin/${name}`, `#!/bin/sh\n${answer}\n${rest}\n`), 0o755);
}

function environment(place: Scratch, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  // /bin and /usr/bin hold the shell's own tools and, on many machines, the real compilers: only `cat` is lent.
  chmodSync(place.write('bin/cat', '#!/bin/sh\nwhile read -r line; do :; done\n'), 0o755);
  return { PATH: join(place.folder, 'bin'), ...more };
}

describe('findCompiler', { timeout: 60_000 }, () => {
  it('prefers clang++ over g++', async () => {
    using place = scratch();
    fakeCompiler(place, 'g++', 'g++ (Debian 12.2.0-14) 12.2.0');
    fakeCompiler(place, 'clang++-17', 'Debian clang version 17.0.6');
    const { path, kind, version } = await findCompiler(environment(place));
    assert.deepEqual([path, kind, version], [join(place.folder, 'bin', 'clang++-17'), 'clang', '17.0.6']);
  });

  it('passes over a clang++ that is too old, and says so', async () => {
    using place = scratch();
    fakeCompiler(place, 'clang++', 'Debian clang version 14.0.6');
    fakeCompiler(place, 'g++', 'g++ (Debian 12.2.0-14) 12.2.0');
    const rejected: Rejected[] = [];
    assert.equal((await findCompiler(environment(place), rejected)).kind, 'gcc');
    assert.deepEqual(rejected, [
      { path: join(place.folder, 'bin', 'clang++'), reason: 'version 14.0.6 is older than 16' },
    ]);
  });

  it('passes over a clang++ without a standard library', async () => {
    using place = scratch();
    fakeCompiler(place, 'clang++', 'clang version 19.1.7', false);
    fakeCompiler(place, 'g++', 'g++ (Debian 12.2.0-14) 12.2.0');
    const rejected: Rejected[] = [];
    assert.equal((await findCompiler(environment(place), rejected)).kind, 'gcc');
    assert.match(rejected[0]?.reason ?? '', /cannot compile C\+\+20 \(fatal error: string/);
  });

  it('takes the C compiler of the same make', async () => {
    using place = scratch();
    fakeCompiler(place, 'g++-13', 'g++-13 (Ubuntu 13.2.0) 13.2.0');
    fakeCompiler(place, 'gcc-13', 'gcc');
    assert.equal((await findCompiler(environment(place))).c, join(place.folder, 'bin', 'gcc-13'));
  });

  it('obeys ARKHOST_CXX before CXX, with a launcher before the compiler', async () => {
    using place = scratch();
    fakeCompiler(place, 'clang++', 'clang version 19.1.7');
    fakeCompiler(place, 'my-g++', 'g++ (GCC) 14.1.0');
    fakeCompiler(place, 'ccache', '');
    const found = await findCompiler(environment(place, { ARKHOST_CXX: 'ccache my-g++', CXX: 'clang++' }));
    assert.deepEqual(
      [found.path, found.launcher],
      ['my-g++', 'ccache'].map((name) => join(place.folder, 'bin', name)),
    );
  });

  it('names the variable when it points to no program', () => {
    using place = scratch();
    assert.throws(
      () => compilerCandidates(environment(place, { CXX: 'no-such-compiler' })),
      /CXX="no-such-compiler" names "no-such-compiler", which is no program on PATH/,
    );
  });

  it('lists why each compiler was refused when none is left', async () => {
    using place = scratch();
    fakeCompiler(place, 'g++', 'g++ (Debian 10.2.1-6) 10.2.1');
    await assert.rejects(
      findCompiler(environment(place)),
      /g\+\+: version 10\.2\.1 is older than 12.*apt-get install g\+\+/,
    );
  });
});

describe('findBuildTools', () => {
  it('takes make when there is no ninja', () => {
    using place = scratch();
    for (const name of ['cmake', 'make']) fakeCompiler(place, name, '');
    assert.equal(findBuildTools(environment(place)).generator, 'Unix Makefiles');
  });

  it('names cmake when it is missing', () => {
    using place = scratch();
    assert.throws(() => findBuildTools(environment(place)), /cmake was not found.*sudo apt-get install/);
  });

  it('names ninja and make when both are missing', () => {
    using place = scratch();
    fakeCompiler(place, 'cmake', '');
    assert.throws(() => findBuildTools(environment(place)), /neither ninja nor make.*sudo apt-get install/);
  });
});

describe('findProgram', () => {
  it('passes over a file that is not executable', () => {
    using place = scratch();
    place.write('bin/tool', '');
    assert.equal(findProgram('tool', environment(place)), undefined);
  });
});
