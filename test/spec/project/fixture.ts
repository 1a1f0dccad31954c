import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a project by their path in it. */
export type Files = Record<string, string>;

/** A project in a folder of its own that is deleted when the test leaves the block: `using project = …`. */
export class FixtureProject implements Disposable {
  readonly root: string;

  constructor(files: Files) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'arkhost-project-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  path(...names: string[]): string {
    return join(this.root, ...names);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true });
  }

  /** Replaces a text that must stand in the file, so that a test cannot pass because nothing was changed. */
  edit(name: string, from: string, to: string): void {
    const text = readFileSync(this.path(name), 'utf8');
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    this.write(name, text.replace(from, to));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** A sound project with one of everything that is checked: two products, native code, tests, two languages. */
export function soundProject(): Files {
  return { ...projectFiles(), ...moduleFiles(), ...resourceFiles(), ...nativeFiles(), ...testFiles() };
}

function projectFiles(): Files {
  return {
    'oh-package.json5': json({
      modelVersion: '5.0.0',
      dependencies: {},
      devDependencies: { '@ohos/hypium': '1.0.21' },
    }),
    'hvigor/hvigor-config.json5': json({ modelVersion: '5.0.0', dependencies: {} }),
    'hvigorfile.ts': 'export default {};\n',
    'build-profile.json5': json({
      app: {
        signingConfigs: [],
        products: [
          { name: 'default', runtimeOS: 'HarmonyOS', compatibleSdkVersion: '5.0.0(12)' },
          { name: 'openharmony', runtimeOS: 'OpenHarmony', compileSdkVersion: 12, compatibleSdkVersion: 12 },
        ],
      },
      modules: [
        {
          name: 'entry',
          srcPath: './entry',
          targets: [{ name: 'default', applyToProducts: ['default', 'openharmony'] }],
        },
      ],
    }),
    'AppScope/app.json5': json({
      app: {
        bundleName: 'com.example.sound',
        versionCode: 7,
        versionName: '1.2.3',
        icon: '$media:icon',
        label: '$string:app_name',
      },
    }),
    'AppScope/resources/base/element/string.json': json({ string: [{ name: 'app_name', value: 'Sound' }] }),
    'AppScope/resources/base/media/icon.png': 'png',
  };
}

function moduleFiles(): Files {
  return {
    'entry/hvigorfile.ts': 'export default {};\n',
    'entry/oh-package.json5': json({
      name: 'entry',
      version: '1.0.0',
      dependencies: { 'libsound.so': 'file:./src/main/cpp/types/libsound' },
    }),
    'entry/build-profile.json5': json({
      apiType: 'stageMode',
      buildOption: {
        externalNativeOptions: { path: '../native/CMakeLists.txt', arguments: '', abiFilters: ['arm64-v8a', 'x86_64'] },
      },
      buildOptionSet: [
        { name: 'release', arkOptions: { obfuscation: { ruleOptions: { enable: false, files: ['./rules.txt'] } } } },
      ],
      targets: [{ name: 'default' }, { name: 'ohosTest' }],
    }),
    'entry/rules.txt': '',
    'entry/src/main/module.json5': json({
      module: {
        name: 'entry',
        type: 'entry',
        mainElement: 'EntryAbility',
        deviceTypes: ['default', 'tablet'],
        pages: '$profile:main_pages',
        abilities: [
          {
            name: 'EntryAbility',
            srcEntry: './ets/entryability/EntryAbility.ets',
            label: '$string:label',
            startWindowIcon: '$media:icon',
            startWindowBackground: '$color:background',
          },
        ],
      },
    }),
    'entry/src/main/ets/entryability/EntryAbility.ets': 'export default class EntryAbility {}\n',
    'entry/src/main/ets/pages/Index.ets': "import native from 'libsound.so';\nconst label = $r('app.string.label');\n",
    'entry/src/mock/mock-config.json5': '{}',
  };
}

function resourceFiles(): Files {
  const folder = 'entry/src/main/resources';
  return {
    [`${folder}/base/element/string.json`]: json({ string: [{ name: 'label', value: 'Sound' }] }),
    [`${folder}/base/element/color.json`]: json({ color: [{ name: 'background', value: '#FFFFFF' }] }),
    [`${folder}/base/profile/main_pages.json`]: json({ src: ['pages/Index'] }),
    [`${folder}/zh_CN/element/string.json`]: json({ string: [{ name: 'label', value: '声音' }] }),
    [`${folder}/dark/element/color.json`]: json({ color: [{ name: 'background', value: '#000000' }] }),
  };
}

function nativeFiles(): Files {
  return {
    'entry/src/main/cpp/types/libsound/oh-package.json5': json({
      name: 'libsound.so',
      types: './Index.d.ts',
      version: '1.0.0',
    }),
    'entry/src/main/cpp/types/libsound/Index.d.ts': 'export const play: () => void;\n',
    'native/CMakeLists.txt': [
      'cmake_minimum_required(VERSION 3.5.0)',
      'project(sound)',
      'add_library(sound SHARED module.cpp) # the one library',
      'target_link_libraries(sound PUBLIC libace_napi.z.so libjsvm.so libhilog_ndk.z.so)',
      '',
    ].join('\n'),
    'native/module.cpp': [
      '#include "napi/native_api.h"',
      'static napi_module module = {.nm_version = 1, .nm_register_func = Init, .nm_modname = "sound"};',
      'extern "C" __attribute__((constructor)) void Register() {',
      '  OH_JSVM_Init(nullptr);',
      '  OH_LOG_INFO(LOG_APP, "registered");',
      '  napi_module_register(&module);',
      '}',
      '',
    ].join('\n'),
  };
}

function testFiles(): Files {
  return {
    'entry/src/ohosTest/module.json5': json({
      module: { name: 'entry_test', type: 'feature', deviceTypes: ['default', 'tablet'] },
    }),
    'entry/src/ohosTest/ets/test/List.test.ets':
      "import playTest from './Play.test';\n\nexport default function testsuite() {\n  playTest();\n}\n",
    'entry/src/ohosTest/ets/test/Play.test.ets': 'export default function playTest() {}\n',
  };
}
