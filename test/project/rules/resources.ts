import { join } from 'node:path';
import { moduleFiles } from '../layout.ts';
import { hasUnreadable, isLanguage } from '../resources.ts';
import type { QualifierFolder } from '../resources.ts';
import type { Validation } from '../validation.ts';
import { at, list, record, text } from '../values.ts';
import type { Scopes } from './scopes.ts';

/** The resource files themselves: names, values, empty lists, and that every language has every string. */
export function checkResources(validation: Validation, scopes: Scopes): void {
  const folders = new Set(scopes.appFolders());
  for (const module of validation.modules) {
    for (const folder of scopes.moduleFolders(module)) folders.add(folder);
    folders.add(join(module.root, moduleFiles.testResources));
  }
  for (const path of folders) {
    const qualifiers = scopes.folder(path);
    for (const qualifier of qualifiers) checkElements(validation, qualifier);
    // What a file that cannot be parsed would define is not known.
    if (hasUnreadable(qualifiers)) continue;
    checkLanguages(validation, path, qualifiers);
    checkBase(validation, path, qualifiers);
  }
}

const types = 'string color float boolean integer plural strarray intarray pattern theme symbol id'.split(' ');

function checkElements(validation: Validation, qualifier: QualifierFolder): void {
  for (const { file, value } of qualifier.elementFiles) {
    for (const [type, items] of Object.entries(record(value) ?? {})) {
      if (!types.includes(type)) {
        validation.report('resource-type', file, `"${type}" is no kind of resource; write one of ${types.join(', ')}`);
      } else if (list(items).length === 0) {
        validation.report(
          'resource-empty',
          file,
          `"${type}" is empty, which stops the build; add a value or delete the file`,
        );
      }
      for (const [index, item] of list(items).entries()) {
        if (/^\w+$/.test(text(at(item, 'name')) ?? '') && at(item, 'value') !== undefined) continue;
        const message = `${type}[${index}] needs a "name" of letters, digits and _, and a "value"`;
        validation.report('resource-value', file, message);
      }
    }
  }
  const seen = new Set<string>();
  for (const { type, name, value, file } of qualifier.elements) {
    if (seen.has(`${type}:${name}`)) {
      validation.report(
        'resource-duplicate',
        file,
        `the ${type} "${name}" is defined twice in "${qualifier.qualifier}"; keep one`,
      );
    }
    seen.add(`${type}:${name}`);
    if (
      type === 'color' &&
      typeof value === 'string' &&
      !/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$|^\$/i.test(value)
    ) {
      validation.report(
        'resource-value',
        file,
        `the colour "${name}" is "${value}"; write #RGB, #ARGB, #RRGGBB or #AARRGGBB`,
      );
    }
  }
}

/** Without a translation a user sees the base language in the midst of the own one. */
function checkLanguages(validation: Validation, folder: string, qualifiers: QualifierFolder[]): void {
  const base = qualifiers.find(({ qualifier }) => qualifier === 'base');
  const wanted = (base?.elements ?? []).filter(({ type, translatable }) => type === 'string' && translatable);
  for (const language of qualifiers.filter(({ qualifier }) => isLanguage(qualifier))) {
    const there = new Set(language.elements.map(({ type, name }) => `${type}:${name}`));
    const lacking = wanted.filter(({ name }) => !there.has(`string:${name}`)).map(({ name }) => `"${name}"`);
    if (lacking.length === 0) continue;
    const message =
      `${lacking.join(', ')} of base ${lacking.length === 1 ? 'is' : 'are'} missing in ${language.qualifier}; ` +
      'translate, or mark the base value "attr": {"translatable": false}';
    validation.report('resource-language', join(folder, language.qualifier, 'element/string.json'), message);
  }
}

/** A name that only `zh_CN` or `dark` has does not exist for everyone else. */
function checkBase(validation: Validation, folder: string, qualifiers: QualifierFolder[]): void {
  const base = qualifiers.find(({ qualifier }) => qualifier === 'base');
  if (base === undefined && qualifiers.length > 0) {
    validation.report('resource-base', folder, 'there is no "base"; add it: the other folders only replace its values');
    return;
  }
  const names = new Set(base?.elements.map(({ type, name }) => `${type}:${name}`));
  for (const { qualifier, elements } of qualifiers) {
    for (const { type, name, file } of elements) {
      if (names.has(`${type}:${name}`)) continue;
      validation.report(
        'resource-base',
        file,
        `the ${type} "${name}" of ${qualifier} has no value in base; add it there`,
      );
    }
  }
}
