/** Module hooks: how Node loads ArkTS. Synchronous, in this thread. */
import { fs, modules, path, urls } from '../build/builtin.ts';
import { loadEts } from '../build/ets-cache.ts';
import { host } from '../kits/host.ts';
import type { UiPage } from '../kits/ui-tree.ts';
import type { LocalStorage } from './arkui-storage.ts';
import type * as Runtime from './arkui.ts';
import type { StructComponent } from './arkui.ts';
import { hypiumFile, isKit, kitUrl, nativeScheme, packageFile, readable, relativeFile } from './resolve.ts';

const { readFileSync } = fs;
const { createRequire, registerHooks } = modules;
const { join } = path;
const { fileURLToPath, pathToFileURL } = urls;

const library = /^lib[\w+.-]+\.so$/;
const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
const arkuiUrl = pathToFileURL(join(import.meta.dirname, `arkui${extension}`)).href;
const concurrentUrl = pathToFileURL(join(import.meta.dirname, '../kits', `concurrent${extension}`)).href;
/** Native modules by library name, loaded once a process as on the device. */
const natives = new Map<string, Record<string, unknown>>();

/** URLs of the code under test: what these hooks resolved themselves. Everything else is arkhost's, and Node loads it. */
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

/** The page of a named route. */
export function namedPage(name: string): (() => UiPage) | undefined {
  const runtime = createRequire(import.meta.url)(fileURLToPath(arkuiUrl)) as typeof Runtime;
  const entry = runtime.namedEntry(name);
  return entry === undefined ? undefined : () => runtime.openPage(entry);
}

/** Imports a page; gives what makes its tree. Undefined when the file has no `@Entry` struct. */
export async function loadPage(path: string, storage?: object): Promise<(() => UiPage) | undefined> {
  const runtime = await import('./arkui.ts');
  runtime.shareStorage(storage as LocalStorage | undefined);
  if (!pages.has(path)) {
    await importFile(path);
    const entry = runtime.takeEntry();
    if (entry === undefined) return undefined;
    pages.set(path, entry);
  }
  const entry = pages.get(path) as StructComponent;
  return () => runtime.openPage(entry, storage as LocalStorage | undefined);
}

/** A part of the component runtime that a kit exports. */
export function component(name: string): object {
  const require = createRequire(import.meta.url);
  // The runtime comes with its globals, whatever part of it is asked for first.
  require(fileURLToPath(arkuiUrl));
  return (require(`./arkui-exports${extension}`) as Record<string, object>)[name] as object;
}

/** Installs the hooks. Needs setHost first. */
export function installHooks(): void {
  const { config } = host();
  const hypium = pathToFileURL(hypiumFile()).href;
  registerHooks({
    resolve(specifier, context, next) {
      const importer = context.parentURL;
      // Imports of arkhost itself are Node's business; so are those of the generated module around a library.
      if (importer === undefined || !tested.has(importer) || importer.startsWith(nativeScheme))
        return next(specifier, context);
      if (specifier.startsWith('node:')) return next(specifier, context);
      const mock = mocks.get(specifier);
      // A mock may use the module that it stands for.
      if (mock !== undefined && fileURLToPath(importer) !== mock) return found(pathToFileURL(mock).href);
      // hamock is the mocks of hypium as a package of their own.
      if (specifier === '@ohos/hypium' || specifier === '@ohos/hamock') return next(hypium, context);
      if (specifier === 'arkhost:arkui') return next(arkuiUrl, context);
      if (specifier === 'arkhost:concurrent') return next(concurrentUrl, context);
      if (library.test(specifier)) return found(nativeUrl(specifier, importer));
      if (isKit(specifier)) return next(kitUrl(specifier, importer), context);
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
      if (url.startsWith(nativeScheme)) return source(nativeSource(url));
      if (!tested.has(url)) return next(url, context);
      if (/\.d\.e?ts$/.test(url)) return source('export {};');
      if (url.endsWith('.ets') || url.endsWith('.ts')) return source(loadEts(fileURLToPath(url), url, config.cacheDir));
      if (url.endsWith('.js')) return source(readFileSync(fileURLToPath(url), 'utf8'));
      if (url.endsWith('.json')) return source(`export default ${readFileSync(fileURLToPath(url), 'utf8')};`);
      return next(url, context);
    },
  });
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
  const exports = bridge.loadModule(config.libraries[name] ?? name);
  natives.set(name, exports);
  return exports;
}

/**
 * napi_load_module: a system module, a native library, or an ArkTS file as `ets/File` or `<module>/src/main/ets/File`.
 * Throws an error that names what was asked for.
 */
export function loadForNative(path: string): unknown {
  const { config } = host();
  const require = createRequire(import.meta.url);
  if (library.test(path)) return nativeExports(fileName(nativeUrl(path, 'native code')));
  if (isKit(path)) return (require(fileURLToPath(kitUrl(path, 'native code'))) as { default: unknown }).default;
  const inner = path.replace(new RegExp(`^(?:${config.moduleName}/)?(?:src/main/)?ets/`), '');
  const file = relativeFile(`./${inner}`, pathToFileURL(join(config.etsRoot, 'any')).href) ?? packageFile(path, config);
  if (file === undefined) throw new Error(`napi_load_module: there is no module '${path}' in ${config.etsRoot}`);
  found(pathToFileURL(file).href);
  return require(file);
}

function fileName(url: string): string {
  return url.slice(nativeScheme.length);
}

/** ArkTS imports a library by default and by name, so both are exported. */
function nativeSource(url: string): string {
  const name = fileName(url);
  // Not Object.keys: napi_default, which most modules use, makes properties that are not enumerable.
  const keys = Object.getOwnPropertyNames(nativeExports(name)).filter((key) => key !== 'default');
  const lines = keys.map(
    (key, index) => `const v${index} = m[${JSON.stringify(key)}]; export { v${index} as ${JSON.stringify(key)} };`,
  );
  return [
    `import { nativeExports } from ${JSON.stringify(import.meta.url)};`,
    `const m = nativeExports(${JSON.stringify(name)});`,
    'export default m.default === undefined ? m : m.default;',
    ...lines,
  ].join('\n');
}
