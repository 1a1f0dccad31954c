/** `context.resourceManager`: values of `resources/.../element` and files of `resources/rawfile`, by number, name or `$r`. */
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BusinessError, parameterError } from './business-error.ts';
import { call } from './call.ts';
import { configuration } from './context.ts';
import { host } from './host.ts';
import { namespace } from './namespace.ts';
import { fill, isResource, resourceValue } from './resource-values.ts';
import { resourceName } from './resource.ts';
import type { Resource } from './resource.ts';

type Id = number | Resource;
type Callback<T> = (error: unknown, data: T | undefined) => void;

/** Codes of the public API. */
const code = { id: 9001001, noMatch: 9001002, name: 9001003, rawPath: 9001005, format: 9001007 } as const;

/** Members, which are many and alike: `getString`, `getStringSync`, `getStringByName` and so on. */
export type ResourceManager = Record<string, (...values: never[]) => unknown>;

/** The name of what a number or `$r` stands for, as `string.title`, and what its text is filled with. */
function named(id: Id): { name: string; values: readonly unknown[] } {
  const number = isResource(id) ? id.id : id;
  if (typeof number !== 'number') throw parameterError(`the id of a resource is a number, not ${String(number)}`);
  const name = resourceName(number);
  if (name === undefined) throw new BusinessError(code.id, `Invalid resource ID: ${number}`);
  return { name: name.replace(/^(?:app|\[\w+\])\./, ''), values: isResource(id) ? id.params : [] };
}

/** A kind of value: its types in files, and how code sees it. */
interface Kind<T> {
  types: readonly string[];
  read(value: unknown, values: readonly unknown[]): T;
}

function byId<T>(kind: Kind<T>, id: Id, values: readonly unknown[]): T {
  const { name, values: own } = named(id);
  const value = kind.types.some((type) => name.startsWith(`${type}.`)) ? resourceValue(name) : undefined;
  if (value === undefined) throw new BusinessError(code.noMatch, `No matching resource is found: ${name}`);
  return kind.read(value, values.length > 0 ? values : own);
}

function byName<T>(kind: Kind<T>, name: string, values: readonly unknown[]): T {
  const value = kind.types.map((type) => resourceValue(`${type}.${name}`)).find((item) => item !== undefined);
  if (value === undefined) throw new BusinessError(code.name, `Invalid resource name: ${kind.types[0]}.${name}`);
  return kind.read(value, values);
}

const string: Kind<string> = { types: ['string'], read: (value, values) => fill(String(value), values) };
const strings: Kind<string[]> = { types: ['strarray'], read: (value) => listOf(value).map(String) };
const boolean: Kind<boolean> = { types: ['boolean'], read: (value) => value === true || value === 'true' };
/** Pixels of a `float` with a unit: one vp is one pixel. */
const number: Kind<number> = { types: ['integer', 'float'], read: (value) => Number.parseFloat(String(value)) };
const color: Kind<number> = { types: ['color'], read: (value) => colorNumber(resolved(String(value))) };
const plural: Kind<string> = {
  types: ['plural'],
  read: (value, [count, ...values]) => {
    const forms = value as { quantity: string; value: string }[];
    const wanted = new Intl.PluralRules('en').select(Number(count));
    const form = forms.find((item) => item.quantity === wanted) ?? forms.find((item) => item.quantity === 'other');
    return fill(form?.value ?? '', values.length > 0 ? values : [count]);
  },
};

function listOf(value: unknown): unknown[] {
  return (value as unknown[]).map((item) =>
    typeof item === 'object' && item !== null ? (item as { value: unknown }).value : item,
  );
}

/** A value may name another: `$color:brand`. */
function resolved(value: string): string {
  const reference = /^\$(\w+):(\w+)$/.exec(value);
  return reference === null ? value : String(resourceValue(`${reference[1]}.${reference[2]}`) ?? value);
}

function colorNumber(text: string): number {
  const digits = text.replace(/^#/, '');
  const full = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return Number.parseInt(full.length === 6 ? `ff${full}` : full, 16);
}

/** The callback of a call whose other arguments are values: `getString(id, callback)`. */
function answer<T>(values: unknown[], run: (values: unknown[]) => T): Promise<T> | undefined {
  const callback = typeof values.at(-1) === 'function' ? (values.pop() as Callback<T>) : undefined;
  const promise = Promise.resolve().then(() => run(values));
  if (callback === undefined) return promise;
  promise.then(
    (data) => call(callback, null, data),
    (error: unknown) => call(callback, error, undefined),
  );
  return undefined;
}

/** All forms of one kind: `get<Name>`, `get<Name>Sync`, `get<Name>ByName`, `get<Name>ByNameSync`. */
function forms<T>(name: string, kind: Kind<T>): Record<string, (...values: never[]) => unknown> {
  return {
    [`get${name}`]: (id: Id, ...values: unknown[]) => answer(values, (rest) => byId(kind, id, rest)),
    [`get${name}Sync`]: (id: Id, ...values: unknown[]) => byId(kind, id, values),
    [`get${name}ByName`]: (id: string, ...values: unknown[]) => answer(values, (rest) => byName(kind, id, rest)),
    [`get${name}ByNameSync`]: (id: string, ...values: unknown[]) => byName(kind, id, values),
  };
}

/** A file or folder below `resources/rawfile`; throws with code 9001005. */
function rawFile(path: string): string {
  for (const folder of rawFolders()) {
    const file = join(folder, path);
    if (existsSync(file)) return file;
  }
  throw new BusinessError(code.rawPath, `Invalid relative path: rawfile/${path}`);
}

const rawContent = (path: string): Uint8Array => new Uint8Array(readFileSync(rawFile(path)));
const rawList = (path: string): string[] => readdirSync(rawFile(path)).sort();
const openFiles = new Map<string, number>();

function rawDescriptor(path: string): { fd: number; offset: number; length: number } {
  const file = rawFile(path);
  const fd = openSync(file, 'r');
  openFiles.set(path, fd);
  return { fd, offset: 0, length: statSync(file).size };
}

/** The bytes of `resources/base/media/<name>.<extension>`. */
function media(name: string): Uint8Array {
  for (const folder of [...host().config.resourceFolders].reverse()) {
    const all = join(folder, 'base/media');
    const file = existsSync(all) ? readdirSync(all).find((item) => item.replace(/\.\w+$/, '') === name) : undefined;
    if (file !== undefined) return new Uint8Array(readFileSync(join(all, file)));
  }
  throw new BusinessError(code.name, `Invalid resource name: media.${name}`);
}

function mediaById(id: Id): Uint8Array {
  return media(named(id).name.replace(/^media\./, ''));
}

function base64(bytes: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Where raw files stand, in the order in which they are looked for. */
function rawFolders(): string[] {
  return [...host().config.resourceFolders].reverse().map((folder) => join(folder, 'rawfile'));
}

/** Makes the manager. */
export function createManager(): ResourceManager {
  const members = {
    ...forms('String', string),
    ...forms('Boolean', boolean),
    ...forms('Number', number),
    ...forms('Color', color),
    getStringValue: (id: Id, ...values: unknown[]) => answer(values, (rest) => byId(string, id, rest)),
    getStringArrayValue: (id: Id, ...values: unknown[]) => answer(values, () => byId(strings, id, [])),
    getStringArrayValueSync: (id: Id) => byId(strings, id, []),
    ...forms('StringArray', strings),
    getBoolean: (id: Id) => byId(boolean, id, []),
    getBooleanByName: (name: string) => byName(boolean, name, []),
    getNumber: (id: Id) => byId(number, id, []),
    getNumberByName: (name: string) => byName(number, name, []),
    ...forms('PluralString', plural),
    getPluralStringValue: (id: Id, ...values: unknown[]) => answer(values, (rest) => byId(plural, id, rest)),
    getPluralStringValueSync: (id: Id, ...values: unknown[]) => byId(plural, id, values),
    getIntPluralStringValueSync: (id: Id, ...values: unknown[]) => byId(plural, id, values),
    getMediaContent: (id: Id, ...values: unknown[]) => answer(values, () => mediaById(id)),
    getMediaContentSync: (id: Id) => mediaById(id),
    getMediaByName: (name: string, ...values: unknown[]) => answer(values, () => media(name)),
    getMediaByNameSync: (name: string) => media(name),
    getMediaContentBase64: (id: Id, ...values: unknown[]) => answer(values, () => base64(mediaById(id))),
    getMediaContentBase64Sync: (id: Id) => base64(mediaById(id)),
    getRawFileContent: (path: string, ...values: unknown[]) => answer(values, () => rawContent(path)),
    getRawFileContentSync: rawContent,
    getRawFile: (path: string, ...values: unknown[]) => answer(values, () => rawContent(path)),
    getRawFileList: (path: string, ...values: unknown[]) => answer(values, () => rawList(path)),
    getRawFileListSync: rawList,
    getRawFd: (path: string, ...values: unknown[]) => answer(values, () => rawDescriptor(path)),
    getRawFdSync: rawDescriptor,
    closeRawFd: (path: string, ...values: unknown[]) => answer(values, () => closeRaw(path)),
    closeRawFdSync: closeRaw,
    isRawDir: (path: string): boolean => statSync(rawFile(path)).isDirectory(),
    getConfiguration: (...values: unknown[]) => answer(values, configurationNow),
    getConfigurationSync: configurationNow,
    getDeviceCapability: (...values: unknown[]) => answer(values, capability),
    getDeviceCapabilitySync: capability,
    getLocales: (): string[] => ['en-US'],
    release: (): void => undefined,
  } as ResourceManager;
  // librawfile.z.so finds the folders by this name.
  Object.defineProperty(members, 'arkhost.rawfile', { value: rawFolders().join('\n') });
  return namespace('resourceManager', members);
}

function configurationNow(): object {
  return { direction: 0, locale: configuration.language, colorMode: configuration.colorMode };
}

/** A device of the kind "default" with one pixel a vp. */
function capability(): object {
  return { screenDensity: configuration.screenDensity, deviceType: 0x00 };
}

function closeRaw(path: string): void {
  const fd = openFiles.get(path);
  if (fd === undefined) throw new BusinessError(code.rawPath, `rawfile/${path} is not open`);
  closeSync(fd);
  openFiles.delete(path);
}
