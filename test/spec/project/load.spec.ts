import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ProjectError } from '../../project/errors.ts';
import { findModule, findTested, loadProject } from '../../project/load.ts';
import { FixtureProject, soundProject } from './fixture.ts';

const limit = { timeout: 20_000 };

/** The error a project gives when it is read. */
async function failure(project: FixtureProject): Promise<ProjectError> {
  const error = await loadProject(project.root).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ProjectError, `a ProjectError, not ${String(error)}`);
  return error;
}

describe('loadProject', () => {
  test('soundProject_givesTheWholeModel', limit, async () => {
    using project = new FixtureProject(soundProject());
    assert.deepEqual(await loadProject(project.path('entry/src/main/ets/pages/Index.ets')), {
      root: project.root,
      modelVersion: '5.0.0',
      bundleName: 'com.example.sound',
      versionName: '1.2.3',
      versionCode: 7,
      products: [
        { name: 'default', runtimeOS: 'HarmonyOS', compatibleApi: 12 },
        { name: 'openharmony', runtimeOS: 'OpenHarmony', compatibleApi: 12 },
      ],
      modules: [
        {
          name: 'entry',
          type: 'entry',
          root: project.path('entry'),
          etsRoot: project.path('entry/src/main/ets'),
          native: {
            cmakeLists: project.path('native/CMakeLists.txt'),
            arguments: [],
            cppFlags: [],
            cFlags: [],
            abiFilters: ['arm64-v8a', 'x86_64'],
            targets: [],
          },
          nativeTypes: [
            {
              library: 'libsound.so',
              folder: project.path('entry/src/main/cpp/types/libsound'),
              declaration: project.path('entry/src/main/cpp/types/libsound/Index.d.ts'),
            },
          ],
          packages: {},
          ohosTest: {
            name: 'entry_test',
            etsRoot: project.path('entry/src/ohosTest/ets'),
            list: project.path('entry/src/ohosTest/ets/test/List.test.ets'),
            style: 'new',
            abilities: [],
          },
          abilities: [
            { name: 'EntryAbility', source: project.path('entry/src/main/ets/entryability/EntryAbility.ets') },
          ],
          pages: ['pages/Index'],
          resources: project.path('entry/src/main/resources'),
        },
      ],
    });
  });

  test('commentsAndTrailingCommas_areRead', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.edit(
      'AppScope/app.json5',
      '"versionCode": 7',
      "/* seven */ versionCode: 7, // as a number\n'vendor': 'us'",
    );
    assert.equal((await loadProject(project.root)).versionCode, 7);
  });

  test('byteOrderMark_isSkipped', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.edit('AppScope/app.json5', '{', '\uFEFF{');
    assert.equal((await loadProject(project.root)).bundleName, 'com.example.sound');
  });

  test('minimalProject_needsNoOptionalFile', limit, async () => {
    using project = new FixtureProject({
      'build-profile.json5': `{
        app: { products: [{ name: 'default', runtimeOS: 'OpenHarmony', compatibleSdkVersion: 12 }] },
        modules: [{ name: 'tools', srcPath: './libs/deep/tools' }],
      }`,
      'libs/deep/tools/src/main/module.json5': `{ module: { name: 'tools', type: 'har', deviceTypes: ['default'] } }`,
    });
    const { bundleName, modelVersion, modules } = await loadProject(project.root);
    assert.deepEqual({ bundleName, modelVersion }, { bundleName: '', modelVersion: '' });
    assert.deepEqual(modules, [
      {
        name: 'tools',
        type: 'har',
        root: project.path('libs/deep/tools'),
        etsRoot: project.path('libs/deep/tools/src/main/ets'),
        nativeTypes: [],
        packages: {},
        abilities: [],
        pages: [],
      },
    ]);
  });

  test('oldStyleTests_areToldByRunnerOrAbility', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.write('entry/src/ohosTest/ets/testrunner/OpenHarmonyTestRunner.ts', '');
    assert.equal((await loadProject(project.root)).modules[0]?.ohosTest?.style, 'old');
    project.remove('entry/src/ohosTest/ets/testrunner');
    project.edit('entry/src/ohosTest/module.json5', '"type"', '"abilities": [{ "srcEntry": "./ets/a.ets" }], "type"');
    assert.equal((await loadProject(project.root)).modules[0]?.ohosTest?.style, 'old');
  });

  test('severalModules_resolveTheirFileDependencies', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.edit('build-profile.json5', '"modules": [', '"modules": [{ "name": "tools", "srcPath": "./libs/tools" },');
    project.write(
      'libs/tools/src/main/module.json5',
      `{ module: { name: 'tools', type: 'shared', deviceTypes: ['default'] } }`,
    );
    project.write('libs/tools/oh-package.json5', '{ name: "tools", version: "1.0.0" }');
    project.edit(
      'entry/oh-package.json5',
      '"libsound.so"',
      '"tools": "file:../libs/tools", "@ohos/x": "^1.0.0", "libsound.so"',
    );
    project.write('libs/packed.har', '');
    project.edit('oh-package.json5', '"dependencies": {', '"dependencies": { "packed": "file:./libs/packed.har"');
    const { modules } = await loadProject(project.root);
    assert.deepEqual(
      modules.map(({ name, type }) => `${name} ${type}`),
      ['tools shared', 'entry entry'],
    );
    assert.deepEqual(modules[1]?.packages, { tools: project.path('libs/tools') });
  });

  test('overrides_replaceADependency', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.write('patched/Index.ets', '');
    project.edit('oh-package.json5', '"dependencies"', '"overrides": { "tools": "file:./patched" }, "dependencies"');
    project.edit('entry/oh-package.json5', '"libsound.so"', '"tools": "^1.0.0", "libsound.so"');
    assert.deepEqual((await loadProject(project.root)).modules[0]?.packages, { tools: project.path('patched') });
  });

  for (const [what, written] of [
    ['string', `"-DA=1 -DB='two words' ignored"`],
    ['list', '["-DA=1", "-DB=two words", "ignored"]'],
  ] as const) {
    test(`cmakeArguments_as${what}`, limit, async () => {
      using project = new FixtureProject(soundProject());
      project.edit('entry/build-profile.json5', '"arguments": ""', `"arguments": ${written}, "cppFlags": "-O2 -g"`);
      const native = (await loadProject(project.root)).modules[0]?.native;
      assert.deepEqual(native?.arguments, ['-DA=1', '-DB=two words']);
      assert.deepEqual(native?.cppFlags, ['-O2', '-g']);
    });
  }

  test('emptyNativeOptions_haveTheToolsDefaults', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.write('entry/build-profile.json5', '{ buildOption: { externalNativeOptions: {} } }');
    const native = (await loadProject(project.root)).modules[0]?.native;
    assert.equal(native?.cmakeLists, project.path('entry/src/main/cpp/CMakeLists.txt'));
    assert.deepEqual(native?.abiFilters, ['arm64-v8a']);
  });

  test('versionsBesideTheProducts_areRead', limit, async () => {
    using project = new FixtureProject(soundProject());
    const text = readFileSync(project.path('build-profile.json5'), 'utf8');
    project.write('build-profile.json5', text.replace(/"compatibleSdkVersion": ("[^"]*"|12),?/g, ''));
    project.edit('build-profile.json5', '"signingConfigs"', '"compatibleSdkVersion": "4.1.0(11)", "signingConfigs"');
    project.edit('build-profile.json5', '"runtimeOS": "OpenHarmony"', '"runtimeOS": "HarmonyOS"');
    project.edit('build-profile.json5', '"compileSdkVersion": 12,', '"compatibleSdkVersion": "26.0.0"');
    const { products } = await loadProject(project.root);
    assert.deepEqual(
      products.map(({ compatibleApi }) => compatibleApi),
      [11, 26],
    );
  });
});

describe('errors of loadProject', () => {
  const manifest = 'entry/src/main/module.json5';
  const cases: { what: string; file: string; message: RegExp; spoil: (project: FixtureProject) => void }[] = [
    {
      what: 'syntax_namesLineAndColumn',
      file: manifest,
      message: /module\.json5:3:\d+: /,
      spoil: (p) => p.edit(manifest, '"name": "entry"', '"name" "entry"'),
    },
    {
      what: 'noManifest_namesSrcPath',
      file: manifest,
      message: /mend srcPath/,
      spoil: (p) => p.remove(manifest),
    },
    {
      what: 'faModel_isRefused',
      file: manifest,
      message: /FA model/,
      spoil: (p) => {
        p.remove(manifest);
        p.write('entry/src/main/config.json', '{}');
      },
    },
    {
      what: 'unknownType_listsTheTypes',
      file: manifest,
      message: /"module\.type" is "app"; write one of entry, feature, har, shared/,
      spoil: (p) => p.edit(manifest, '"type": "entry"', '"type": "app"'),
    },
    {
      what: 'typesFolderMissing_namesThePackageFile',
      file: 'entry/oh-package.json5',
      message: /"libsound\.so" points to .*mend the path/,
      spoil: (p) => p.remove('entry/src/main/cpp/types'),
    },
    {
      what: 'wrongVersion_namesTheProduct',
      file: 'build-profile.json5',
      message: /product "default": compatibleSdkVersion: .*"5\.0\.0\(12\)"/,
      spoil: (p) => p.edit('build-profile.json5', '"5.0.0(12)"', '12'),
    },
    {
      what: 'wrongRuntime_listsBoth',
      file: 'build-profile.json5',
      message: /HarmonyOS or OpenHarmony/,
      spoil: (p) => p.edit('build-profile.json5', '"runtimeOS": "HarmonyOS"', '"runtimeOS": "Harmony"'),
    },
    {
      what: 'moduleWithoutPath_namesTheField',
      file: 'build-profile.json5',
      message: /lacks "srcPath"/,
      spoil: (p) => p.edit('build-profile.json5', '"srcPath": "./entry",', ''),
    },
  ];
  for (const { what, file, message, spoil } of cases) {
    test(what, limit, async () => {
      using project = new FixtureProject(soundProject());
      spoil(project);
      const error = await failure(project);
      assert.equal(error.file, project.path(file));
      assert.match(error.message, message);
      assert.ok(error.message.startsWith(error.file), 'the message begins with the file');
    });
  }

  test('noSuchPath_saysSo', limit, async () => {
    await assert.rejects(loadProject('/no/such/folder'), /\/no\/such\/folder: no such file or folder/);
  });
});

describe('parameterFile', () => {
  const withParameters = (): FixtureProject => {
    const files = new FixtureProject(soundProject());
    files.edit('oh-package.json5', '"modelVersion"', '"parameterFile": "./parameter.json5", "modelVersion"');
    files.write('entry/oh-package.json5', '{ name: "entry", dependencies: { tools: "@param:paths.tools" } }');
    files.write('tools/Index.ets', '');
    return files;
  };

  test('param_ofAModule_isReplaced', limit, async () => {
    using files = withParameters();
    files.write('parameter.json5', '{ paths: { tools: "file:../tools" } }');
    const { modules } = await loadProject(files.root);
    assert.deepEqual(modules[0]?.packages, { tools: files.path('tools') });
  });

  test('param_unknown_namesIt', limit, async () => {
    using files = withParameters();
    files.write('parameter.json5', '{ paths: {} }');
    const { message } = await failure(files);
    assert.match(message, /entry\/oh-package\.json5: "@param:paths\.tools" is not in .*parameter\.json5; add it there/);
  });

  test('parameterFile_missing_namesIt', limit, async () => {
    using files = withParameters();
    const { message } = await failure(files);
    assert.match(message, /"parameterFile" is \.\/parameter\.json5, which does not exist/);
  });
});

describe('findModule', () => {
  test('nameOrPath_findTheSame', limit, async () => {
    using files = new FixtureProject(soundProject());
    const project = await loadProject(files.root);
    for (const given of ['entry', files.path('entry'), files.path('entry/src/main/ets'), files.root]) {
      assert.equal(findModule(project, given).name, 'entry', given);
    }
  });

  test('nestedModules_theInnermostIsMeant', limit, async () => {
    using files = new FixtureProject(soundProject());
    files.edit('build-profile.json5', '"modules": [', '"modules": [{ "name": "inner", "srcPath": "./entry/inner" },');
    files.write(
      'entry/inner/src/main/module.json5',
      '{ module: { name: "inner", type: "har", deviceTypes: ["default"] } }',
    );
    const project = await loadProject(files.root);
    assert.equal(findModule(project, files.path('entry/inner/src')).name, 'inner');
    assert.equal(findModule(project, files.path('entry/src')).name, 'entry');
    assert.equal(findModule(project, files.root).name, 'entry', 'the only entry module');
  });

  test('project_severalEntries_listsTheModules', limit, async () => {
    using files = new FixtureProject(soundProject());
    addModule(files, 'second', 'entry');
    const project = await loadProject(files.root);
    assert.throws(
      () => findModule(project, files.root),
      /no single entry module; the modules of this project are: second, entry/,
    );
  });

  test('unknown_listsTheModules', limit, async () => {
    using files = new FixtureProject(soundProject());
    const project = await loadProject(files.root);
    assert.throws(() => findModule(project, 'entri'), /no module "entri"; the modules of this project are: entry/);
  });
});

describe('findTested', () => {
  test('project_allModulesWithTests', limit, async () => {
    using files = new FixtureProject(soundProject());
    addModule(files, 'plain', 'entry');
    addModule(files, 'tested', 'har');
    files.write('tested/src/ohosTest/module.json5', '{ module: { name: "tested_test", type: "feature" } }');
    const project = await loadProject(files.root);
    const names = (given: string): string[] => findTested(project, given).map(({ name }) => name);
    assert.deepEqual(names(files.root), ['tested', 'entry']);
    assert.deepEqual(names('plain'), ['plain'], 'one that is named, with tests or without');
    assert.deepEqual(names(files.path('tested')), ['tested']);
  });

  test('projectWithoutTests_itsEntry', limit, async () => {
    using files = new FixtureProject(soundProject());
    rmSync(files.path('entry/src/ohosTest'), { recursive: true });
    const project = await loadProject(files.root);
    assert.deepEqual(
      findTested(project, files.root).map(({ name }) => name),
      ['entry'],
    );
  });
});

/** Puts a module before those of the project. */
function addModule(files: FixtureProject, name: string, type: string): void {
  files.edit('build-profile.json5', '"modules": [', `"modules": [{ "name": "${name}", "srcPath": "./${name}" },`);
  files.write(
    `${name}/src/main/module.json5`,
    `{ module: { name: "${name}", type: "${type}", deviceTypes: ["default"] } }`,
  );
}
