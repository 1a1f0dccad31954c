import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { describe, test } from 'node:test';
import { validateProject } from '../../project/validate.ts';
import { FixtureProject, soundProject } from './fixture.ts';

const limit = { timeout: 20_000 };

/** What real projects do and the validator must accept. */
const variants: { what: string; change: (project: FixtureProject) => void }[] = [
  {
    what: 'oldStyleTests_withRunnerAndAbility',
    change: (p) => {
      const test = 'entry/src/ohosTest';
      p.write(`${test}/ets/testrunner/OpenHarmonyTestRunner.ets`, '');
      p.write(`${test}/ets/testability/TestAbility.ets`, '');
      p.write(`${test}/ets/testability/pages/Index.ets`, "const label = $r('app.string.test_label');\n");
      p.write(`${test}/resources/base/element/string.json`, '{"string": [{"name": "test_label", "value": "Test"}]}');
      p.write(`${test}/resources/base/profile/test_pages.json`, '{"src": ["testability/pages/Index"]}');
      p.write(
        `${test}/module.json5`,
        `{ module: {
          name: 'entry_test', type: 'feature', deviceTypes: ['default', 'tablet'],
          mainElement: 'TestAbility', pages: '$profile:test_pages',
          abilities: [{
            name: 'TestAbility', srcEntry: './ets/testability/TestAbility.ets', label: '$string:test_label',
            startWindowIcon: '$media:icon', startWindowBackground: '$color:background',
          }],
        } }`,
      );
    },
  },
  {
    what: 'oldStyleTests_withRunnerOnly',
    change: (p) => p.write('entry/src/ohosTest/ets/testrunner/OpenHarmonyTestRunner.ts', ''),
  },
  {
    what: 'generatedTestResources_canBeNamed',
    change: (p) =>
      p.edit(
        'entry/src/ohosTest/module.json5',
        '"type": "feature"',
        '"type": "feature", "description": "$string:module_test_desc"',
      ),
  },
  {
    what: 'backupExtension_withProfile',
    change: (p) => {
      p.write('entry/src/main/ets/backup/Backup.ets', '');
      p.write('entry/src/main/resources/base/profile/backup_config.json', '{"allowToBackupRestore": true}');
      const extension = `{ "name": "Backup", "srcEntry": "./ets/backup/Backup.ets", "type": "backup", "exported": false,
        "metadata": [{ "name": "ohos.extension.backup", "resource": "$profile:backup_config" }] }`;
      p.edit('entry/src/main/module.json5', '"abilities"', `"extensionAbilities": [${extension}], "abilities"`);
    },
  },
  {
    what: 'signingConfigDefault_withoutConfigs',
    change: (p) =>
      p.edit('build-profile.json5', '"name": "default",', '"name": "default", "signingConfig": "default",'),
  },
  {
    what: 'phone_forHarmonyAlone',
    change: (p) => {
      p.edit('build-profile.json5', '"runtimeOS": "OpenHarmony"', '"runtimeOS": "HarmonyOS"');
      p.edit('build-profile.json5', '"compileSdkVersion": 12,', '');
      p.edit('build-profile.json5', '"compatibleSdkVersion": 12', '"compatibleSdkVersion": "6.0.0(20)"');
      p.edit('entry/src/main/module.json5', '"tablet"', '"phone"');
      p.edit('entry/src/ohosTest/module.json5', '"tablet"', '"phone"');
    },
  },
  {
    what: 'libraryOfAnotherModule_withItsResources',
    change: (p) => {
      p.edit('build-profile.json5', '"modules": [', '"modules": [{ "name": "tools", "srcPath": "./libs/tools" },');
      p.write('libs/tools/hvigorfile.ts', '');
      p.write('libs/tools/build-profile.json5', '{ apiType: "stageMode", targets: [{ name: "default" }] }');
      p.write('libs/tools/oh-package.json5', '{ name: "tools", version: "1.0.0", main: "Index.ets" }');
      p.write(
        'libs/tools/src/main/module.json5',
        '{ module: { name: "tools", type: "har", deviceTypes: ["default"] } }',
      );
      p.write(
        'libs/tools/src/main/resources/base/element/string.json',
        '{"string": [{"name": "tool", "value": "Tool"}]}',
      );
      p.edit('entry/oh-package.json5', '"libsound.so"', '"tools": "file:../libs/tools", "libsound.so"');
      p.write('entry/src/main/ets/pages/Index.ets', "const tool = $r('app.string.tool');\n");
    },
  },
  {
    what: 'packageNotInstalled_mayBringResources',
    change: (p) => {
      p.edit('entry/oh-package.json5', '"libsound.so"', '"@ohos/somewhere": "1.0.0", "libsound.so"');
      p.write('entry/src/main/ets/pages/Index.ets', "const other = $r('app.string.other');\n");
    },
  },
  {
    what: 'systemResources_areNotOurs',
    change: (p) => p.write('entry/src/main/ets/pages/Index.ets', "const color = $r('sys.color.ohos_id_color_text');\n"),
  },
  {
    what: 'commentedCode_isNotChecked',
    change: (p) =>
      p.write('entry/src/main/ets/pages/Index.ets', "// $r('app.string.gone')\n/* import x from 'libgone.so'; */\n"),
  },
  {
    what: 'untranslatableString_isTheSameEverywhere',
    change: (p) =>
      p.edit(
        'entry/src/main/resources/base/element/string.json',
        '"string": [',
        '"string": [{ "name": "brand", "value": "Sound", "attr": { "translatable": false } },',
      ),
  },
  {
    what: 'prebuiltLibrary_inLibs',
    change: (p) => {
      p.write('entry/libs/arm64-v8a/libother.so', '');
      p.write(
        'entry/src/main/cpp/types/libother/oh-package.json5',
        '{ name: "libother.so", types: "./a.d.ts", version: "1.0.0" }',
      );
      p.write('entry/src/main/cpp/types/libother/a.d.ts', '');
      p.edit(
        'entry/oh-package.json5',
        '"libsound.so"',
        '"libother.so": "file:./src/main/cpp/types/libother", "libsound.so"',
      );
    },
  },
  {
    what: 'cmake_withVariablesAndStaticParts',
    change: (p) => {
      p.write(
        'native/CMakeLists.txt',
        `project(sound)
        set(ROOT \${CMAKE_CURRENT_SOURCE_DIR})
        include_directories(\${ROOT} \${ROOT}/include)
        if(DEFINED PACKAGE_FIND_FILE)
          include(\${PACKAGE_FIND_FILE})
        endif()
        add_library(core STATIC core.cpp)
        target_link_libraries(core PUBLIC libjsvm.so hilog_ndk.z)
        file(GLOB SOURCES "module.cpp")
        add_library(\${PROJECT_NAME} SHARED \${SOURCES})
        target_link_libraries(\${PROJECT_NAME} PUBLIC core -lace_napi.z)`,
      );
      p.write('native/core.cpp', 'void Start() { OH_JSVM_Init(nullptr); }\n');
    },
  },
  {
    what: 'moduleNameByConstant',
    change: (p) =>
      p.write(
        'native/module.cpp',
        'constexpr char kName[] = "sound";\nstatic napi_module module = {1, 0, nullptr, Init, kName, nullptr, {0}};\n',
      ),
  },
  {
    what: 'moduleNameByMacroOfNodeApi',
    change: (p) => p.write('native/module.cpp', 'NAPI_MODULE(sound, Init)\n'),
  },
  {
    what: 'functionNamesInText_needNoLibrary',
    change: (p) => {
      p.write('native/CMakeLists.txt', 'add_library(sound SHARED module.cpp)\ntarget_link_libraries(sound ace_napi.z)');
      p.write('native/module.cpp', '// OH_JSVM_Init\nNAPI_MODULE(sound, Init)\nconst char *text = "OH_LOG_INFO(x)";\n');
    },
  },
  {
    what: 'suitesThroughAnIndexFile',
    change: (p) => {
      p.write('entry/src/ohosTest/ets/test/deep/Suite.test.ets', 'export function deepTest() {}\n');
      p.write('entry/src/ohosTest/ets/test/All.test.ets', "export { deepTest as all } from './deep/Suite.test';\n");
      p.write(
        'entry/src/ohosTest/ets/test/List.test.ets',
        `import { all } from './All.test';
        import playTest from './Play.test';
        function testsuite() { [all, playTest].forEach((suite) => suite()); }
        export { testsuite as default };`,
      );
    },
  },
];

describe('validateProject accepts', () => {
  for (const { what, change } of variants) {
    test(what, limit, async () => {
      using project = new FixtureProject(soundProject());
      change(project);
      assert.deepEqual(await validateProject(project.root), []);
    });
  }

  test('projectReachedThroughALink', limit, async () => {
    using project = new FixtureProject({});
    for (const [name, text] of Object.entries(soundProject())) project.write(`real/${name}`, text);
    symlinkSync(project.path('real'), project.path('link'));
    assert.deepEqual(await validateProject(project.path('link')), []);
  });
});
