import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { filesBelow } from '../files.ts';
import { isFile, moduleFiles } from '../layout.ts';
import { closestOf } from '../similar.ts';
import { lineAt, sourceText } from '../source-text.ts';
import type { ParsedFile, Validation } from '../validation.ts';
import { at, eachText, list } from '../values.ts';
import type { Scope, Scopes } from './scopes.ts';

/** Every `$type:name` of a file, `$r('app.type.name')` of ArkTS and `$rawfile('name')` must exist as a resource. */
export function checkReferences(validation: Validation, scopes: Scopes): void {
  const app = scopes.app();
  checkFile(validation, validation.app, app);
  for (const product of list(at(validation.profile.value, 'app', 'products'))) {
    const named = { label: at(product, 'label'), icon: at(product, 'icon') };
    checkFile(validation, { file: validation.profile.file, value: named }, app);
  }
  for (const folder of scopes.appFolders()) checkFolder(validation, scopes, folder, app);
  for (const module of validation.modules) {
    const main = scopes.main(module);
    const test = scopes.test(module);
    checkFile(validation, module.manifest, main);
    checkFile(validation, module.testManifest, test);
    for (const folder of scopes.moduleFolders(module)) checkFolder(validation, scopes, folder, main);
    checkFolder(validation, scopes, join(module.root, moduleFiles.testResources), test);
    const raw = scopes.moduleFolders(module).map((folder) => join(folder, 'rawfile'));
    checkSources(validation, join(module.root, moduleFiles.ets), main, raw);
    const testRaw = join(module.root, moduleFiles.testResources, 'rawfile');
    checkSources(validation, join(module.root, moduleFiles.testEts), test, [...raw, testRaw]);
  }
}

/** References inside resources: layered icons, profiles, values that name other values. */
function checkFolder(validation: Validation, scopes: Scopes, folder: string, scope: Scope): void {
  for (const { qualifier, elementFiles } of scopes.folder(folder)) {
    const files = ['media', 'profile'].flatMap((kind) => filesBelow(join(folder, qualifier, kind), '.json'));
    for (const parsed of [...elementFiles, ...files.map((file) => validation.strictJson(file))]) {
      checkFile(validation, parsed, scope);
    }
  }
}

function checkFile(validation: Validation, { file, value }: ParsedFile, scope: Scope): void {
  eachText(value, (text) => {
    const match =
      /^\$(string|color|media|profile|float|boolean|integer|plural|strarray|intarray|pattern|theme):(\w+)$/.exec(text);
    if (match === null) return;
    const [, type = '', name = ''] = match;
    const mend = missing(scope, type, name);
    if (mend !== undefined) validation.report('resource-reference', file, `"${text}" names no resource; ${mend}`);
  });
}

function checkSources(validation: Validation, folder: string, scope: Scope, rawFolders: string[]): void {
  for (const file of filesBelow(folder, '.ets', '.ts')) {
    const code = sourceText(readFileSync(file, 'utf8'), 'ets', 'strings');
    for (const match of code.matchAll(/\$r\(\s*['"]app\.(\w+)\.(\w+)['"]/g)) {
      const mend = missing(scope, match[1] ?? '', match[2] ?? '');
      if (mend === undefined) continue;
      const message = `line ${lineAt(code, match.index)}: ${match[0]}) names no resource; ${mend}`;
      validation.report('ets-resource', file, message);
    }
    for (const match of code.matchAll(/\$rawfile\(\s*['"]([^'"]+)['"]/g)) {
      const name = match[1] ?? '';
      if (rawFolders.some((raw) => isFile(join(raw, name)))) continue;
      const message =
        `line ${lineAt(code, match.index)}: the raw file "${name}" does not exist; ` + 'add it to resources/rawfile';
      validation.report('ets-resource', file, message);
    }
  }
}

/** The mend for a name that does not exist, or undefined when it does (or may, in a package that is not installed). */
function missing(scope: Scope, type: string, name: string): string | undefined {
  if (scope.names.has(`${type}:${name}`) || !scope.complete) return undefined;
  const known = [...scope.names]
    .filter((item) => item.startsWith(`${type}:`))
    .map((item) => item.slice(type.length + 1));
  const close = closestOf(name, known);
  if (close !== undefined) return `did you mean "${close}"?`;
  const place =
    type === 'media' || type === 'profile' ? `resources/base/${type}` : `resources/base/element/${type}.json`;
  return `add "${name}" to ${place}`;
}
