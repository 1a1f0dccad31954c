import { basename, join } from 'node:path';
import { filesBelow, foldersIn } from './files.ts';
import type { ParsedFile } from './validation.ts';
import { at, list, record, text } from './values.ts';

/** One named value of an element file: a string, a colour… */
export interface ElementResource {
  /** `string`, `color`, `float`… as in `$string:name`. */
  type: string;
  name: string;
  value: unknown;
  file: string;
  /** False when the author marked a string as the same in every language. */
  translatable: boolean;
}

/** What one qualifier folder (`base`, `zh_CN`, `dark`…) of a resource folder holds. */
export interface QualifierFolder {
  qualifier: string;
  elements: ElementResource[];
  /** Parsed files of `element`, also those without any value. */
  elementFiles: ParsedFile[];
  /** Names usable as `$media:name`. */
  media: string[];
  /** Names usable as `$profile:name`. */
  profiles: string[];
}

/** How the reader gets at a file: the validator notes syntax errors and parses each file once. */
export type ReadResource = (file: string) => ParsedFile;

/** Reads a resource folder such as `src/main/resources`. A folder that does not exist holds nothing. */
export function readResources(folder: string, read: ReadResource): QualifierFolder[] {
  return foldersIn(folder)
    .filter((name) => name !== 'rawfile' && name !== 'resfile')
    .map((qualifier) => readQualifier(join(folder, qualifier), qualifier, read));
}

/** Whether an element file cannot be parsed: then names may exist that are not known. */
export function hasUnreadable(folders: QualifierFolder[]): boolean {
  return folders.some(({ elementFiles }) => elementFiles.some(({ value }) => value === undefined));
}

/** The names that `$type:name` can use, over all qualifiers: `string:app_name`. */
export function resourceNames(folders: QualifierFolder[]): Set<string> {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const { type, name } of folder.elements) names.add(`${type}:${name}`);
    for (const name of folder.media) names.add(`media:${name}`);
    for (const name of folder.profiles) names.add(`profile:${name}`);
  }
  return names;
}

/** Words that look like a language but are device types. */
const deviceTypes = new Set(['car', 'tv']);

/** Whether a qualifier is a language alone: `zh_CN`, `en`, `zh_Hant_HK`; neither `dark` nor `zh_CN-dark`. */
export function isLanguage(qualifier: string): boolean {
  return /^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$/.test(qualifier) && !deviceTypes.has(qualifier);
}

function readQualifier(folder: string, qualifier: string, read: ReadResource): QualifierFolder {
  const elementFiles = filesBelow(join(folder, 'element'), '.json').map(read);
  return {
    qualifier,
    elementFiles,
    elements: elementFiles.flatMap(readElements),
    media: filesBelow(join(folder, 'media')).map(stem),
    profiles: filesBelow(join(folder, 'profile'), '.json', '.json5').map(stem),
  };
}

function readElements({ file, value }: ParsedFile): ElementResource[] {
  const found: ElementResource[] = [];
  for (const [type, items] of Object.entries(record(value) ?? {})) {
    for (const item of list(items)) {
      const name = text(at(item, 'name'));
      const translatable = at(item, 'attr', 'translatable') !== false;
      if (name !== undefined) found.push({ type, name, value: at(item, 'value'), file, translatable });
    }
  }
  return found;
}

function stem(file: string): string {
  return basename(file).replace(/\.[^.]*$/, '');
}
