import { symlinkSync, renameSync } from 'node:fs';
import type { Breakage } from './breakages.ts';

const profile = 'build-profile.json5';

/** Faults of the files of the project as a whole. */
export const projectBreakages: Breakage[] = [
  {
    rule: 'json5-syntax',
    what: 'rootProfile',
    file: profile,
    message: /^line 3, column \d+: /,
    spoil: (p) => p.edit(profile, '"signingConfigs"', 'signing Configs'),
  },
  {
    rule: 'json5-syntax',
    what: 'moduleManifest',
    file: 'entry/src/main/module.json5',
    message: /^line 3, column \d+: /,
    spoil: (p) => p.edit('entry/src/main/module.json5', '"name": "entry"', '"name" "entry"'),
  },
  {
    rule: 'file-missing',
    what: 'hvigorConfig',
    file: 'hvigor/hvigor-config.json5',
    message: /add it/,
    spoil: (p) => p.remove('hvigor/hvigor-config.json5'),
  },
  {
    rule: 'file-missing',
    what: 'hvigorfile',
    file: 'hvigorfile.ts',
    message: /appTasks/,
    spoil: (p) => p.remove('hvigorfile.ts'),
  },
  {
    rule: 'field-missing',
    what: 'modelVersion',
    file: 'oh-package.json5',
    message: /"modelVersion" is missing/,
    spoil: (p) => p.edit('oh-package.json5', '"modelVersion": "5.0.0",', ''),
  },
  {
    rule: 'field-unknown',
    what: 'misspeltDependencies',
    file: 'oh-package.json5',
    message: /did you mean "dependencies"\?/,
    spoil: (p) => p.edit('oh-package.json5', '"dependencies"', '"dependancies"'),
  },
  {
    rule: 'field-unknown',
    what: 'hvigorConfig',
    file: 'hvigor/hvigor-config.json5',
    message: /known fields: .*execution/,
    spoil: (p) => p.edit('hvigor/hvigor-config.json5', '"dependencies"', '"somethingElse": 1, "dependencies"'),
  },
  {
    rule: 'field-value',
    what: 'bundleName',
    file: 'AppScope/app.json5',
    message: /"app.bundleName" is "com.example"; write at least three parts/,
    spoil: (p) => p.edit('AppScope/app.json5', 'com.example.sound', 'com.example'),
  },
  {
    rule: 'field-value',
    what: 'versionCode',
    file: 'AppScope/app.json5',
    message: /integer from 0/,
    spoil: (p) => p.edit('AppScope/app.json5', '"versionCode": 7', '"versionCode": -7'),
  },
  {
    rule: 'field-value',
    what: 'iconWithoutDollar',
    file: 'AppScope/app.json5',
    message: /\$media:name/,
    spoil: (p) => p.edit('AppScope/app.json5', '$media:icon', 'media:icon'),
  },
  {
    rule: 'field-value',
    what: 'srcPath',
    file: profile,
    message: /"modules\[0\].srcPath" is "entry"/,
    spoil: (p) => p.edit(profile, './entry', 'entry'),
  },
  {
    rule: 'model-version',
    what: 'differs',
    file: 'hvigor/hvigor-config.json5',
    message: /"5.0.1" here and "5.0.0"/,
    spoil: (p) => p.edit('hvigor/hvigor-config.json5', '5.0.0', '5.0.1'),
  },
  {
    rule: 'product-default',
    what: 'noDefault',
    file: profile,
    message: /add one/,
    spoil: (p) => {
      p.edit(profile, '"name": "default",\n        "runtimeOS"', '"name": "phone",\n        "runtimeOS"');
      p.edit(profile, '"applyToProducts": [\n            "default"', '"applyToProducts": [\n            "phone"');
    },
  },
  {
    rule: 'product-unknown',
    what: 'applyToProducts',
    file: profile,
    message: /names "opnharmony"/,
    spoil: (p) => p.edit(profile, '"openharmony"\n          ]', '"opnharmony"\n          ]'),
  },
  {
    rule: 'product-version',
    what: 'numberForHarmony',
    file: profile,
    message: /wants a string: "5.0.0\(12\)"/,
    spoil: (p) => p.edit(profile, '"5.0.0(12)"', '12'),
  },
  {
    rule: 'product-version',
    what: 'stringForOpenHarmony',
    file: profile,
    message: /integer such as 12/,
    spoil: (p) => p.edit(profile, '"compatibleSdkVersion": 12', '"compatibleSdkVersion": "5.0.0(12)"'),
  },
  {
    rule: 'product-version',
    what: 'platformAndLevelDisagree',
    file: profile,
    message: /platform 5.0.0 is API 12/,
    spoil: (p) => p.edit(profile, '5.0.0(12)', '5.0.0(13)'),
  },
  {
    rule: 'product-order',
    what: 'compatibleAboveCompile',
    file: profile,
    message: /compatible <= target <= compile/,
    spoil: (p) => p.edit(profile, '"compatibleSdkVersion": 12', '"compatibleSdkVersion": 18'),
  },
  {
    rule: 'product-compile-sdk',
    what: 'missingForOpenHarmony',
    file: profile,
    message: /add it with the API level/,
    spoil: (p) => p.edit(profile, '"compileSdkVersion": 12,', ''),
  },
  {
    rule: 'sdk-version-place',
    what: 'inModule',
    file: 'entry/build-profile.json5',
    message: /app.products of the root/,
    spoil: (p) => p.edit('entry/build-profile.json5', '"apiType"', '"compatibleSdkVersion": 12, "apiType"'),
  },
  {
    rule: 'path-symlink',
    what: 'module',
    file: profile,
    message: /name the real folder/,
    spoil: (p) => {
      renameSync(p.path('entry'), p.path('real'));
      symlinkSync(p.path('real'), p.path('entry'));
    },
  },
  {
    rule: 'obfuscation-file',
    what: 'missing',
    file: 'entry/build-profile.json5',
    message: /"\.\/rules\.txt" does not exist/,
    spoil: (p) => p.remove('entry/rules.txt'),
  },
  {
    rule: 'mock-source',
    what: 'missing',
    file: 'entry/src/mock/mock-config.json5',
    message: /mock of "libsound.so"/,
    spoil: (p) => p.write('entry/src/mock/mock-config.json5', '{ "libsound.so": { source: "src/mock/a.mock.ets" } }'),
  },
];
