import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { filesBelow } from '../files.ts';
import { isFile, isFolder, moduleFiles } from '../layout.ts';
import { sourceText } from '../source-text.ts';
import { hasAbility, hasRunner } from '../test-target.ts';
import type { ModuleView, Validation } from '../validation.ts';
import { at, list, record, text, texts } from '../values.ts';

/** The on-device test target: its style, its settings, and that every test file is run by List.test.ets. */
export function checkTests(validation: Validation): void {
  for (const module of validation.modules) {
    if (!isFolder(join(module.root, moduleFiles.test))) continue;
    checkStyle(validation, module);
    checkSettings(validation, module);
    checkFiles(validation, module);
  }
}

/** hvigor generates ability and runner when neither is written by hand; one without the other starts nothing. */
function checkStyle(validation: Validation, module: ModuleView): void {
  const { file, value } = module.testManifest;
  const runner = hasRunner(module.root);
  const ability = hasAbility(value);
  const manifest = at(value, 'module');
  if (ability && !runner) {
    const message =
      'the test module has abilities but no ets/testrunner/OpenHarmonyTestRunner.ets; ' +
      'remove the abilities (new style) or write the runner';
    validation.report('test-style', file, message);
  }
  if (ability || runner) return;
  for (const field of ['mainElement', 'pages', 'testRunner']) {
    if (at(manifest, field) === undefined) continue;
    const message =
      `"${field}" belongs to the old style of test modules, where abilities and runner are written by hand; ` +
      'remove it';
    validation.report('test-style', file, message);
  }
}

function checkSettings(validation: Validation, module: ModuleView): void {
  const targets = list(at(module.profile.value, 'targets'));
  if (module.profile.value !== undefined && !targets.some((target) => at(target, 'name') === 'ohosTest')) {
    const message = 'there is a src/ohosTest but no target "ohosTest"; add { "name": "ohosTest" } to "targets"';
    validation.report('test-target', module.profile.file, message);
  }
  const packages = [validation.package.value, module.package.value];
  const groups = packages.flatMap((value) => [at(value, 'devDependencies'), at(value, 'dependencies')]);
  if (
    validation.package.value !== undefined &&
    !groups.some((group) => record(group)?.['@ohos/hypium'] !== undefined)
  ) {
    const message = 'there are tests but no "@ohos/hypium" in devDependencies; add it with an exact version';
    validation.report('test-hypium', validation.package.file, message);
  }
  const main = texts(at(module.manifest.value, 'module', 'deviceTypes'));
  const test = texts(at(module.testManifest.value, 'module', 'deviceTypes'));
  if (main.length > 0 && test.length > 0 && [...main].sort().join() !== [...test].sort().join()) {
    const message = `deviceTypes are ${test.join(', ')} here and ${main.join(', ')} in src/main; write the same`;
    validation.report('test-device-types', module.testManifest.file, message);
  }
}

function checkFiles(validation: Validation, module: ModuleView): void {
  const listFile = join(module.root, moduleFiles.testList);
  if (!isFile(listFile)) {
    validation.report('test-list', listFile, 'the file is missing; add it: its default export calls every suite');
    return;
  }
  const folder = dirname(listFile);
  const reached = new Set<string>();
  follow(listFile, reached);
  for (const file of filesBelow(folder)) {
    const name = relative(folder, file);
    if (!file.endsWith('.test.ets')) {
      validation.report(
        'test-file-name',
        file,
        `files in ets/test end in .test.ets; rename ${name}, or move it out of ets/test`,
      );
    } else if (!reached.has(file)) {
      validation.report(
        'test-unreachable',
        file,
        `List.test.ets does not import ${name}, so it never runs; import and call it`,
      );
    }
  }
  checkCalls(validation, listFile);
}

/** Follows relative imports and re-exports. */
function follow(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  const code = sourceText(readFileSync(file, 'utf8'), 'ets', 'strings');
  for (const match of code.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)) {
    const path = resolve(dirname(file), match[1] ?? '');
    const found = ['', '.ets', '.ts', '/index.ets', '/Index.ets'].map((end) => path + end).find(isFile);
    if (found !== undefined) follow(found, reached);
  }
}

/** List.test.ets must export a function, and call every suite it imports. */
function checkCalls(validation: Validation, file: string): void {
  const code = sourceText(readFileSync(file, 'utf8'), 'ets', 'strings');
  if (!/\bexport\s+default\b|\bas\s+default\b/.test(code)) {
    validation.report('test-list', file, 'there is no default export; add "export default function testsuite()"');
  }
  const imports = /\bimport\s+([^'"]+?)\s+from\s*['"](\.{1,2}\/[^'"]+)['"]\s*;?/g;
  const body = code.replace(imports, '');
  for (const match of code.matchAll(imports)) {
    for (const name of localNames(match[1] ?? '')) {
      if (new RegExp(`\\b${name}\\b`).test(body)) continue;
      validation.report(
        'test-not-called',
        file,
        `"${name}" of ${text(match[2])} is imported but not called, so it never runs; call it`,
      );
    }
  }
}

/** The names that an import clause brings into the file: of `a, { b as c }` these are a and c. */
function localNames(clause: string): string[] {
  return clause
    .split(/[{},]/)
    .map(
      (part) =>
        part
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    )
    .filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
}
