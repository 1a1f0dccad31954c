import type { Breakage } from './breakages.ts';

const folder = 'entry/src/main/resources';
const strings = `${folder}/base/element/string.json`;
const colors = `${folder}/base/element/color.json`;

/** Faults of resources and of what names them. */
export const resourceBreakages: Breakage[] = [
  {
    rule: 'json-syntax',
    what: 'comment',
    file: colors,
    message: /strict JSON/,
    spoil: (p) => p.edit(colors, '{', '{ // colours\n'),
  },
  {
    rule: 'json-syntax',
    what: 'notEvenJson5',
    file: strings,
    message: /^line \d+, column \d+: /,
    spoil: (p) => p.edit(strings, '"value":', '"value"'),
  },
  {
    rule: 'json-syntax',
    what: 'trailingComma',
    file: `${folder}/base/profile/main_pages.json`,
    message: /this is JSON5, not JSON/,
    spoil: (p) => p.edit(`${folder}/base/profile/main_pages.json`, '"pages/Index"', '"pages/Index",'),
  },
  {
    rule: 'resource-reference',
    what: 'appLabel',
    file: 'AppScope/app.json5',
    message: /"\$string:app_nam" names no resource; did you mean "app_name"\?/,
    spoil: (p) => p.edit('AppScope/app.json5', '$string:app_name', '$string:app_nam'),
  },
  {
    rule: 'resource-reference',
    what: 'startWindowIcon',
    file: 'entry/src/main/module.json5',
    message: /add "startIcon" to resources\/base\/media/,
    spoil: (p) => p.edit('entry/src/main/module.json5', '$media:icon', '$media:startIcon'),
  },
  {
    rule: 'resource-reference',
    what: 'pagesProfile',
    file: 'entry/src/main/module.json5',
    message: /"\$profile:main_page" names no resource/,
    spoil: (p) => p.edit('entry/src/main/module.json5', '$profile:main_pages', '$profile:main_page'),
  },
  {
    rule: 'resource-reference',
    what: 'layeredImage',
    file: `${folder}/base/media/layered.json`,
    message: /"\$media:front" names no resource/,
    spoil: (p) =>
      p.write(
        `${folder}/base/media/layered.json`,
        '{"layered-image": {"background": "$media:icon", "foreground": "$media:front"}}',
      ),
  },
  {
    rule: 'ets-resource',
    what: 'string',
    file: 'entry/src/main/ets/pages/Index.ets',
    message: /^line 2: \$r\('app\.string\.lable'\) names no resource; did you mean "label"\?/,
    spoil: (p) => p.edit('entry/src/main/ets/pages/Index.ets', 'app.string.label', 'app.string.lable'),
  },
  {
    rule: 'ets-resource',
    what: 'rawfile',
    file: 'entry/src/main/ets/pages/Index.ets',
    message: /the raw file "a\.txt" does not exist/,
    spoil: (p) => p.write('entry/src/main/ets/pages/Index.ets', "const raw = $rawfile('a.txt');\n"),
  },
  {
    rule: 'resource-language',
    what: 'untranslated',
    file: `${folder}/zh_CN/element/string.json`,
    message: /"title" of base is missing in zh_CN/,
    spoil: (p) => p.edit(strings, '"string": [', '"string": [{ "name": "title", "value": "Title" },'),
  },
  {
    rule: 'resource-base',
    what: 'onlyInOneLanguage',
    file: `${folder}/zh_CN/element/string.json`,
    message: /the string "title" of zh_CN has no value in base/,
    spoil: (p) =>
      p.edit(`${folder}/zh_CN/element/string.json`, '"string": [', '"string": [{ "name": "title", "value": "标题" },'),
  },
  {
    rule: 'resource-base',
    what: 'onlyInDark',
    file: `${folder}/dark/element/color.json`,
    message: /the color "text" of dark/,
    spoil: (p) =>
      p.edit(`${folder}/dark/element/color.json`, '"color": [', '"color": [{ "name": "text", "value": "#FFF" },'),
  },
  {
    rule: 'resource-empty',
    what: 'emptyArray',
    file: `${folder}/base/element/float.json`,
    message: /"float" is empty/,
    spoil: (p) => p.write(`${folder}/base/element/float.json`, '{"float": []}'),
  },
  {
    rule: 'resource-duplicate',
    what: 'sameName',
    file: strings,
    message: /the string "label" is defined twice/,
    spoil: (p) => p.edit(strings, '"string": [', '"string": [{ "name": "label", "value": "Again" },'),
  },
  {
    rule: 'resource-type',
    what: 'misspelt',
    file: `${folder}/base/element/more.json`,
    message: /"strings" is no kind of resource/,
    spoil: (p) => p.write(`${folder}/base/element/more.json`, '{"strings": [{"name": "a", "value": "b"}]}'),
  },
  {
    rule: 'resource-value',
    what: 'colour',
    file: colors,
    message: /the colour "background" is "white"/,
    spoil: (p) => p.edit(colors, '#FFFFFF', 'white'),
  },
  {
    rule: 'resource-value',
    what: 'name',
    file: `${folder}/base/element/integer.json`,
    message: /integer\[0\] needs a "name"/,
    spoil: (p) => p.write(`${folder}/base/element/integer.json`, '{"integer": [{"name": "a-b", "value": 1}]}'),
  },
];
