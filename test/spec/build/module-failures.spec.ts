import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LISTS, build, exportsOf, failedBuild, writeModule } from './module-fixture.ts';
import { scratch } from './scratch.ts';

describe('a module that does not build', { timeout: 300_000 }, () => {
  it('shows the words of the compiler, first error first, without those of the build tool', async () => {
    using place = scratch();
    writeModule(place, 'int first = no_such_name;\nint second = nor_this_one;\n');
    const { output, message } = await failedBuild(place);
    assert.match(message, /native code of entry does not build/);
    assert.match(output.split('\n')[0] ?? '', /src\/entry\.cpp:1:13: error: .*no_such_name/);
    assert.doesNotMatch(output, /ninja|FAILED|-DJSVM/);
  });

  it('names an unknown header and how to supply it', async () => {
    using place = scratch();
    writeModule(place, '#include "securec.h"\n');
    const { hints } = await failedBuild(place);
    assert.deepEqual(hints, ['the host NDK has no securec.h: give the folder that holds it with --include <folder>']);
  });

  it('names an unknown library and how to supply it', async () => {
    using place = scratch();
    writeModule(place, undefined, `${LISTS}target_link_libraries(entry PUBLIC libsecurec.z.so)\n`);
    const { hints } = await failedBuild(place);
    assert.match(hints.join('\n'), /^the host NDK has no libsecurec\.z\.so: .*--link libsecurec\.z\.so=<file>$/);
  });

  it('names the library that is missing in target_link_libraries', async () => {
    using place = scratch();
    writeModule(place, '#include <ark_runtime/jsvm.h>\nint entry_value() { return OH_JSVM_Init(nullptr); }\n');
    const { hints } = await failedBuild(place);
    assert.deepEqual(hints, ['add libjsvm.so to target_link_libraries: OH_JSVM_Init lives there']);
  });

  it('names a package that CMake does not find', async () => {
    using place = scratch();
    writeModule(place, undefined, `${LISTS}find_package(NoSuchPackage REQUIRED)\n`);
    const { hints, message } = await failedBuild(place);
    assert.match(message, /CMake refused .*CMakeLists\.txt/);
    assert.match(hints.join('\n'), /no package NoSuchPackage: .*--cmake-arg -DNoSuchPackage_DIR=<folder>/);
  });

  it('says that no shared library is built', async () => {
    using place = scratch();
    writeModule(place, undefined, LISTS.replace('SHARED', 'STATIC'));
    assert.match((await failedBuild(place)).message, /builds no shared library\. Add one: add_library\(entry SHARED/);
  });

  it('says that a file of --link does not exist', async () => {
    using place = scratch();
    writeModule(place);
    assert.match(
      (await failedBuild(place, { link: ['/no/such/file.so'] })).message,
      /there is no file \/no\/such\/file\.so/,
    );
  });

  it('builds once the fault is mended', async () => {
    using place = scratch();
    writeModule(place, 'int broken(\n');
    await failedBuild(place);
    writeModule(place);
    assert.match(exportsOf(await build(place)), /entry_value/);
  });
});
