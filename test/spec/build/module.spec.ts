import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { buildModule } from '../../build/module.ts';
import { findProgram } from '../../build/programs.ts';
import { silent } from '../../build/progress.ts';
import { bareSysroot } from './fake-ndk.ts';
import { LISTS, build, exportsOf, moduleIn, writeModule } from './module-fixture.ts';
import { scratch, withEnvironment } from './scratch.ts';

describe('buildModule', { timeout: 300_000 }, () => {
  it('builds a library into the cache and nothing into the project', async () => {
    using place = scratch();
    writeModule(place);
    const built = await build(place);
    assert.equal(basename(built.libraries['libentry.so'] ?? ''), 'libentry.so');
    assert.ok(built.libraries['libentry.so']?.startsWith(place.cache));
    assert.deepEqual(readdirSync(join(place.folder, 'entry')), ['cpp']);
    assert.deepEqual(readdirSync(join(place.folder, 'entry/cpp')).sort(), ['CMakeLists.txt', 'src']);
  });

  it('starts no tool when nothing changed', async () => {
    using place = scratch();
    writeModule(place);
    const first = await build(place);
    const ndk = await bareSysroot(place);
    using _ = withEnvironment({ PATH: '/nonexistent' });
    const again = await buildModule(moduleIn(place), ndk, { include: [], link: [], cmakeArgs: [], progress: silent });
    assert.deepEqual(again, { libraries: first.libraries, fresh: true });
  });

  it('builds again when a header changed that only a compiler knows of', async () => {
    using place = scratch();
    place.write('entry/cpp/include/name.h', '#define NAME first_name\n');
    writeModule(place, '#include "../include/name.h"\nint NAME() { return 1; }\n');
    await build(place);
    place.write('entry/cpp/include/name.h', '#define NAME second_name\n');
    const second = await build(place);
    assert.equal(second.fresh, false);
    assert.match(exportsOf(second), /second_name/);
  });

  it('finds a new source file of a glob', async () => {
    using place = scratch();
    writeModule(place);
    await build(place);
    place.write('entry/cpp/src/added.cpp', 'int added_later() { return 1; }\n');
    assert.match(exportsOf(await build(place)), /added_later/);
  });

  it('builds again when the library was damaged', async () => {
    using place = scratch();
    writeModule(place);
    const { libraries } = await build(place);
    rmSync(libraries['libentry.so'] ?? '');
    assert.match(exportsOf(await build(place)), /entry_value/);
  });

  it('begins anew after a run that was killed', async () => {
    using place = scratch();
    writeModule(place);
    await build(place);
    const folder = join(place.cache, 'modules', readdirSync(join(place.cache, 'modules'))[0] ?? '');
    writeFileSync(join(folder, 'unfinished'), '');
    writeFileSync(join(folder, 'stamp.json'), '{"recipe":"1",');
    writeFileSync(join(folder, 'build', 'build.ninja'), 'rule');
    assert.match(exportsOf(await build(place)), /entry_value/);
  });

  it('lets two builds of one module run at once', async () => {
    using place = scratch();
    writeModule(place);
    const both = await Promise.all([build(place), build(place)]);
    assert.deepEqual(both.map(({ fresh }) => fresh).sort(), [false, true]);
    assert.deepEqual(both[0].libraries, both[1].libraries);
  });

  it('keeps two checkouts of one module apart', async () => {
    using place = scratch();
    writeModule(place);
    const first = await build(place);
    mkdirSync(join(place.folder, 'other/entry'), { recursive: true });
    place.write('other/entry/cpp/CMakeLists.txt', LISTS);
    place.write('other/entry/cpp/src/entry.cpp', 'int other_value() { return 2; }\n');
    const second = await build({ ...place, folder: join(place.folder, 'other') }, {});
    assert.notEqual(first.libraries['libentry.so'], second.libraries['libentry.so']);
    assert.match(exportsOf(first), /entry_value/);
  });

  it('builds a project that may not be written to', async () => {
    using place = scratch();
    writeModule(place);
    for (const folder of ['entry', 'entry/cpp', 'entry/cpp/src']) chmodSync(join(place.folder, folder), 0o555);
    try {
      assert.match(exportsOf(await build(place)), /entry_value/);
    } finally {
      for (const folder of ['entry', 'entry/cpp', 'entry/cpp/src']) chmodSync(join(place.folder, folder), 0o755);
    }
  });

  it('returns every shared library of the module', async () => {
    using place = scratch();
    place.write('entry/cpp/core/CMakeLists.txt', 'add_library(core SHARED core.cpp)\n');
    place.write('entry/cpp/core/core.cpp', 'int core_value() { return 3; }\n');
    const more = 'add_subdirectory(core)\ntarget_link_libraries(entry PUBLIC core)\n';
    writeModule(place, 'int core_value();\nint entry_value() { return core_value(); }\n', LISTS + more);
    assert.deepEqual(Object.keys((await build(place)).libraries).sort(), ['libcore.so', 'libentry.so']);
  });

  it('builds the targets of the build profile only', async () => {
    using place = scratch();
    writeModule(
      place,
      undefined,
      `${LISTS}add_library(broken SHARED missing.cpp)\n`.replace('missing.cpp', 'bad/b.cpp'),
    );
    place.write('entry/cpp/bad/b.cpp', 'this is no C++\n');
    assert.deepEqual(Object.keys((await build(place, {}, { targets: ['entry'] })).libraries), ['libentry.so']);
  });

  it('passes on flags, arguments and the API level', async () => {
    using place = scratch();
    const source = '#if JSVM_API_LEVEL == 12 && FLAG == 3\nint WORD() { return 1; }\n#endif\n';
    const lists = `${LISTS}if(CHOICE STREQUAL "a b")\n  target_compile_definitions(entry PRIVATE WORD=chosen_word)\nendif()\n`;
    writeModule(place, source, lists);
    const native = { arguments: ['-DCHOICE=a b'], cppFlags: ['-DFLAG=3', '-fexceptions'] };
    assert.match(exportsOf(await build(place, { apiLevel: 12 }, native)), /chosen_word/);
  });

  it('adds CMAKE_CXX_FLAGS of the arguments to the flags of the toolchain', async () => {
    using place = scratch();
    writeModule(place, '#ifdef __OHOS__\nint NAME() { return 1; }\n#endif\n');
    assert.match(
      exportsOf(await build(place, {}, { arguments: ['-DCMAKE_CXX_FLAGS=-DNAME=given_name'] })),
      /given_name/,
    );
  });

  it('finds headers of --include, also in a folder with blanks in its name', async () => {
    using place = scratch();
    place.write('my headers/securec.h', '#define SECURE secure_name\n');
    writeModule(place, '#include "securec.h"\nint SECURE() { return 1; }\n');
    assert.match(exportsOf(await build(place, { include: [join(place.folder, 'my headers')] })), /secure_name/);
  });

  it('links a file of --link under the name that the module uses', async () => {
    using place = scratch();
    const ndk = await bareSysroot(place);
    const file = join(place.folder, 'elsewhere.so');
    const source = place.write('elsewhere.cpp', 'int from_elsewhere() { return 1; }\n');
    execFileSync(ndk.compiler, ['-shared', '-fPIC', '-Wl,-soname,elsewhere.so', '-o', file, source]);
    const link = 'target_link_libraries(entry PUBLIC libsecurec.z.so)\n';
    writeModule(place, 'int from_elsewhere();\nint entry_value() { return from_elsewhere(); }\n', LISTS + link);
    const built = await build(place, { link: [`libsecurec.z.so=${file}`] });
    const needed = execFileSync('ldd', [built.libraries['libentry.so'] ?? ''], { encoding: 'utf8' });
    assert.ok(needed.includes(`elsewhere.so => ${file}`), needed);
  });

  it('builds with make where there is no Ninja, and knows when nothing changed', async () => {
    using place = scratch();
    place.write('entry/cpp/include/name.h', '#define NAME first_name\n');
    writeModule(place, '#include "../include/name.h"\nint NAME() { return 1; }\n');
    const { compiler } = await bareSysroot(place);
    for (const name of ['cmake', 'make', 'uname', 'ld', 'as', 'ar', 'ranlib', 'nm', 'sh']) {
      const program = findProgram(name);
      if (program !== undefined) chmodSync(place.write(`bin/${name}`, `#!/bin/sh\nexec ${program} "$@"\n`), 0o755);
    }
    using _ = withEnvironment({ PATH: join(place.folder, 'bin'), ARKHOST_CXX: compiler });
    assert.equal((await build(place)).fresh, false);
    assert.equal((await build(place)).fresh, true);
    place.write('entry/cpp/include/name.h', '#define NAME second_name\n');
    assert.equal((await build(place)).fresh, false);
  });
});
