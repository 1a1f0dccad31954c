import type { Breakage } from './breakages.ts';

const manifest = 'entry/src/main/module.json5';

/** Faults of a module's names, abilities, pages and devices. */
export const moduleBreakages: Breakage[] = [
  {
    rule: 'module-folder',
    what: 'missing',
    file: 'build-profile.json5',
    message: /module "more": its folder/,
    spoil: (p) => p.edit('build-profile.json5', '"modules": [', '"modules": [{ "name": "more", "srcPath": "./more" },'),
  },
  {
    rule: 'module-name',
    what: 'differs',
    file: manifest,
    message: /calls itself "main".*calls it "entry"/,
    spoil: (p) => p.edit(manifest, '"name": "entry"', '"name": "main"'),
  },
  {
    rule: 'module-name',
    what: 'twice',
    file: 'build-profile.json5',
    message: /two modules are called "entry"/,
    spoil: (p) => {
      // The second one is a library of its own that only took the name.
      p.edit('build-profile.json5', '"modules": [', '"modules": [{ "name": "entry", "srcPath": "./other" },');
      p.write('other/hvigorfile.ts', '');
      p.write('other/build-profile.json5', '{}');
      p.write('other/oh-package.json5', '{ name: "other", version: "1.0.0" }');
      p.write('other/src/main/module.json5', '{ module: { name: "entry", type: "har", deviceTypes: ["default"] } }');
    },
  },
  {
    rule: 'field-value',
    what: 'moduleType',
    file: manifest,
    message: /one of entry, feature, har, shared/,
    spoil: (p) => p.edit('entry/src/main/module.json5', '"type": "entry"', '"type": "app"'),
  },
  {
    rule: 'field-missing',
    what: 'startWindowIcon',
    file: manifest,
    message: /"module.abilities\[0\].startWindowIcon" is missing/,
    spoil: (p) => p.edit(manifest, '"startWindowIcon": "$media:icon",', ''),
  },
  {
    rule: 'field-unknown',
    what: 'abilityField',
    file: manifest,
    message: /"module\.abilities\[0\]\.labels" .* did you mean "label"\?/,
    spoil: (p) => p.edit(manifest, '"label": "$string:label"', '"labels": "$string:label"'),
  },
  {
    rule: 'field-value',
    what: 'pagesWithoutProfile',
    file: manifest,
    message: /\$profile:name/,
    spoil: (p) => p.edit(manifest, '$profile:main_pages', 'main_pages'),
  },
  {
    rule: 'pages-missing',
    what: 'entryModule',
    file: manifest,
    message: /"pages": "\$profile:main_pages"/,
    spoil: (p) => p.edit(manifest, '"pages": "$profile:main_pages",', ''),
  },
  {
    rule: 'page-missing',
    what: 'noSource',
    file: 'entry/src/main/resources/base/profile/main_pages.json',
    message: /the page "pages\/Second" has no file/,
    spoil: (p) =>
      p.write('entry/src/main/resources/base/profile/main_pages.json', '{"src": ["pages/Index", "pages/Second"]}'),
  },
  {
    rule: 'field-unknown',
    what: 'pagesListCalledPages',
    file: 'entry/src/main/resources/base/profile/main_pages.json',
    message: /"pages" is not a field/,
    spoil: (p) =>
      p.write('entry/src/main/resources/base/profile/main_pages.json', '{"src": ["pages/Index"], "pages": []}'),
  },
  {
    rule: 'source-missing',
    what: 'srcEntry',
    file: manifest,
    message: /"EntryAbility" is \.\/ets\/entryability\/Other\.ets/,
    spoil: (p) => p.edit(manifest, 'entryability/EntryAbility.ets', 'entryability/Other.ets'),
  },
  {
    rule: 'main-element',
    what: 'noSuchAbility',
    file: manifest,
    message: /the abilities are: EntryAbility/,
    spoil: (p) => p.edit(manifest, '"mainElement": "EntryAbility"', '"mainElement": "MainAbility"'),
  },
  {
    rule: 'device-type',
    what: 'phoneForOpenHarmony',
    file: manifest,
    message: /refuses the device type "phone"/,
    spoil: (p) => {
      p.edit(manifest, '"default",', '"phone",');
      // The tests would be for other devices than the module, which is a fault of its own.
      p.remove('entry/src/ohosTest');
    },
  },
  {
    rule: 'device-type',
    what: 'unknown',
    file: manifest,
    message: /"fridge" is no device type/,
    spoil: (p) => {
      p.edit(manifest, '"default",', '"fridge",');
      p.remove('entry/src/ohosTest');
    },
  },
];
