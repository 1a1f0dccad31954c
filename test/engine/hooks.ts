/** Module hooks: how Node loads ArkTS. Synchronous, in this thread. */
import { fs, modules, path, urls } from '../build/builtin.ts';
import { loadEts } from '../build/ets-cache.ts';
import { loadOwn } from '../build/own.ts';
import { host } from '../kits/host.ts';
import type { UiPage } from '../kits/ui-tree.ts';
import type { LocalStorage } from './arkui-storage.ts';
import type * as Runtime from './arkui.ts';
import type { StructComponent } from './arkui.ts';
import { facadeSource, serveExports } from './facade.ts';
import { loadHypium } from './hypium.ts';
import { missingMember } from './import-failure.ts';
import { installRequireNapi } from './require-napi.ts';
import { hasKit, isKit, kitUrl, nativeScheme, ownScheme, packageFile, readable, relativeFile } from './resolve.ts';

const { readFileSync } = fs;
const { createRequire, registerHooks } = modules;
const { join } = path;
const { fileURLToPath, pathToFileURL } = urls;

/** What lowered files import. */
const ownModules: Readonly<Record<string, string>> = { arkui: 'engine/arkui', concurrent: 'kits/concurrent' };
const library = /^lib[\w+.-]+\.so$/;
/** Native modules by library name, loaded once a process as on the device. */
const natives = new Map<string, Record<string, unknown>>();

/** URLs of the code under test: what these hooks resolved themselves. Everything else is Node's business. */
const tested = new Set<string>();
/** Entry structs of pages by file. */
const pages = new Map<string, StructComponent>();

/** Files that stand for modules, by the name that code imports. */
const mocks = new Map<string, string>();

/** Replaces modules in files loaded from now on. Throws for a file that does not exist; paths start at the module's folder. */
export function mockModules(replaced: Record<string, string>): void {
  const folder = pathToFileURL(join(host().config.moduleRoot, 'any')).href;
  for (const [name, path] of Object.entries(replaced)) {
    const inner = path.replace(new RegExp(`^${host().config.moduleName}/`), '');
    const file = relativeFile(`./${inner}`, folder);
    if (file === undefined)
      throw new Error(`${name} cannot be mocked: there is no file ${path} in ${host().config.moduleRoot}`);
    mocks.set(name, file);
  }
}

/** Imports an ArkTS file of the module under test. */
export function importFile(path: string): Promise<Record<string, unknown>> {
  const { url } = found(pathToFileURL(path).href);
  return import(url) as Promise<Record<string, unknown>>;
}

/** Imports an ArkTS file at once, for code that cannot wait. */
export function requireFile(path: string): Record<string, unknown> {
  found(pathToFileURL(path).href);
  return createRequire(import.meta.url)(path) as Record<string, unknown>;
}

/** The component runtime, with its globals. */
function loadRuntime(): typeof Runtime {
  return loadOwn('engine/arkui') as typeof Runtime;
}

/** The page of a named route. */
export function namedPage(name: string): (() => UiPage) | undefined {
  const runtime = loadRuntime();
  const entry = runtime.namedEntry(name);
  return entry === undefined ? undefined : () => runtime.openPage(entry);
}

/** Imports a page; gives what makes its tree. Undefined when the file has no `@Entry` struct. */
export async function loadPage(path: string, storage?: object): Promise<(() => UiPage) | undefined> {
  const runtime = loadRuntime();
  runtime.shareStorage(storage as LocalStorage | undefined);
  if (!pages.has(path)) {
    await importFile(path).catch(rethrowReadable);
    const entry = runtime.takeEntry();
    if (entry === undefined) return undefined;
    pages.set(path, entry);
  }
  const entry = pages.get(path) as StructComponent;
  return () => runtime.openPage(entry, storage as LocalStorage | undefined);
}

/** Says who imports a member that there is not: the page is loaded long after the one that asked for it. */
function rethrowReadable(error: unknown): never {
  const message = error instanceof Error ? missingMember(error) : undefined;
  throw message === undefined ? error : new Error(message, { cause: error });
}

/** A part of the component runtime that a kit exports. */
export function component(name: string): object {
  // The runtime comes with its globals, whatever part of it is asked for first.
  loadRuntime();
  return loadOwn('engine/arkui-exports')[name] as object;
}

/** Installs the hooks. Needs setHost first. */
export function installHooks(): void {
  const { config } = host();
  serveExports(exportsOf);
  installRequireNapi(loadForNative, (name) => hasKit(name) || config.libraries[name] !== undefined);
  registerHooks({
    resolve(specifier, context, next) {
      const importer = context.parentURL;
      if (importer === undefined || !tested.has(importer)) return next(specifier, context);
      if (specifier.startsWith('node:')) return next(specifier, context);
      const mock = mocks.get(specifier);
      // A mock may use the module that it stands for.
      if (mock !== undefined && fileURLToPath(importer) !== mock) return found(pathToFileURL(mock).href);
      // hamock is the mocks of hypium as a package of their own.
      if (specifier === '@ohos/hypium' || specifier === '@ohos/hamock') return generated('arkhost:hypium');
      if (specifier.startsWith(ownScheme)) return generated(specifier);
      if (library.test(specifier)) return generated(nativeUrl(specifier, importer));
      if (isKit(specifier)) return generated(kitUrl(specifier, importer));
      const file =
        specifier.startsWith('.') || specifier.startsWith('/')
          ? relativeFile(specifier, importer)
          : specifier.startsWith('file:')
            ? fileURLToPath(specifier)
            : packageFile(specifier, config);
      if (file !== undefined) return found(pathToFileURL(file).href);
      throw new Error(`Cannot find module '${specifier}' imported by ${readable(importer)}${advice(specifier)}`);
    },
    load(url, context, next) {
      if (url.startsWith(nativeScheme) || url.startsWith(ownScheme)) return source(facade(url));
      if (!tested.has(url)) return next(url, context);
      if (/\.d\.e?ts$/.test(url)) return source('export {};');
      if (url.endsWith('.ets') || url.endsWith('.ts')) return source(loadEts(fileURLToPath(url), url, config.cacheDir));
      if (url.endsWith('.js')) return source(readFileSync(fileURLToPath(url), 'utf8'));
      if (url.endsWith('.json')) return source(`export default ${readFileSync(fileURLToPath(url), 'utf8')};`);
      return next(url, context);
    },
  });
}

function generated(url: string): { url: string; format: string; shortCircuit: true } {
  return { url, format: 'module', shortCircuit: true };
}

function found(url: string): { url: string; format: string; shortCircuit: true } {
  tested.add(url);
  return { url, format: 'module', shortCircuit: true };
}

function source(text: string): { format: 'module'; source: string; shortCircuit: true } {
  return { format: 'module', source: text, shortCircuit: true };
}

function advice(specifier: string): string {
  return specifier.startsWith('.')
    ? ''
    : `: add "${specifier}" to the dependencies of the module's oh-package.json5 as a file: path`;
}

function nativeUrl(name: string, importer: string | undefined): string {
  const { libraries } = host().config;
  if (libraries[name] !== undefined) return nativeScheme + name;
  const built = Object.keys(libraries).join(', ');
  throw new Error(
    `${name} was not built (imported by ${readable(importer)}). ${built === '' ? 'The module builds no library' : `The module builds ${built}`}: ` +
      'check the CMake target and externalNativeOptions',
  );
}

/** The module's exports, for the generated source below. */
export function nativeExports(name: string): Record<string, unknown> {
  const known = natives.get(name);
  if (known !== undefined) return known;
  const { bridge, config } = host();
  try {
    const exports = bridge.loadModule(config.libraries[name] ?? name);
    natives.set(name, exports);
    return exports;
  } catch (error) {
    // Native frames are in no stack, and the importer may be far away.
    if (error instanceof Error) error.stack = `${error.stack ?? error.message}\n    at the init function of ${name}`;
    throw error;
  }
}

/**
 * napi_load_module: a system module, a native library, or an ArkTS file as `ets/File` or `<module>/src/main/ets/File`.
 * Throws an error that names what was asked for.
 */
export function loadForNative(path: string): unknown {
  const { config } = host();
  if (library.test(path)) return nativeExports(fileName(nativeUrl(path, 'native code')));
  if (isKit(path)) return exportsOf(kitUrl(path, 'native code'))['default'];
  const inner = path.replace(new RegExp(`^(?:${config.moduleName}/)?(?:src/main/)?ets/`), '');
  const file = relativeFile(`./${inner}`, pathToFileURL(join(config.etsRoot, 'any')).href) ?? packageFile(path, config);
  if (file === undefined) throw new Error(`napi_load_module: there is no module '${path}' in ${config.etsRoot}`);
  found(pathToFileURL(file).href);
  return createRequire(import.meta.url)(file);
}

function fileName(url: string): string {
  return url.slice(nativeScheme.length);
}

/** The exports of a generated module. */
function exportsOf(url: string): Record<string, unknown> {
  if (url.startsWith(nativeScheme)) return nativeExports(fileName(url));
  const name = url.slice(ownScheme.length);
  return name === 'hypium' ? (loadHypium() as unknown as Record<string, unknown>) : loadOwn(ownModules[name] ?? name);
}

/** ArkTS imports a library by default and by name, so both are exported. */
function facade(url: string): string {
  const isNative = url.startsWith(nativeScheme);
  const exports = exportsOf(url);
  const main = isNative
    ? 'export default m.default === undefined ? m : m.default;'
    : 'default' in exports
      ? 'export default m.default;'
      : '';
  return facadeSource(url, exports, main);
}
