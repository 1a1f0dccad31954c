/** Where an import of ArkTS code points. Pure functions of names, files and the configuration. */
import { fs, path, urls } from '../build/builtin.ts';
import { hasOwn } from '../build/own.ts';
import type { EngineConfig } from './protocol.ts';

const { statSync } = fs;
const { dirname, join } = path;
const { fileURLToPath, pathToFileURL } = urls;

/** Scheme of native libraries in module URLs. */
export const nativeScheme = 'arkhost-native:';
/** Scheme of arkhost's own modules that code under test imports. */
export const ownScheme = 'arkhost:';

const suffixes = ['', '.ets', '.ts', '.js', '.d.ets', '.d.ts', '/Index.ets', '/index.ets', '/index.ts', '/index.js'];
const kitName = /^@(?:kit|ohos|arkts|system|hms)\.[\w.]+$/;

/** True for names served by test/kits. */
export function isKit(specifier: string): boolean {
  return kitName.test(specifier);
}

/** True for a kit module that there is. */
export function hasKit(specifier: string): boolean {
  return isKit(specifier) && hasOwn(kitFile(specifier));
}

/** The URL of a kit module. Throws an error that names module and importer when there is none. */
export function kitUrl(specifier: string, importer: string): string {
  const file = kitFile(specifier);
  if (hasOwn(file)) return ownScheme + file;
  throw new Error(
    `${specifier} is not available on the host (imported by ${readable(importer)}). ` +
      `Kits live in test/kits: add ${file.slice('kits/'.length)}.ts, or keep the code that needs it out of the tested files`,
  );
}

/** Where a kit module stands: `kits/ohos/hilog`. */
function kitFile(specifier: string): string {
  const [scope = '', ...rest] = specifier.slice(1).split('.');
  return `kits/${scope}/${rest.join('.')}`;
}

/** The file a relative import means, in the order the device's build tries, or undefined. */
export function relativeFile(specifier: string, parentUrl: string): string | undefined {
  const base = specifier.startsWith('/') ? specifier : join(dirname(fileURLToPath(parentUrl)), specifier);
  for (const suffix of suffixes) {
    if (isFile(base + suffix)) return base + suffix;
  }
  return undefined;
}

/** The main file of a package that oh-package.json5 points to, or of `package/path` inside it. */
export function packageFile(specifier: string, config: EngineConfig): string | undefined {
  const name = Object.keys(config.packages)
    .filter((item) => specifier === item || specifier.startsWith(`${item}/`))
    .sort((left, right) => right.length - left.length)[0];
  if (name === undefined) return undefined;
  const { folder, main } = config.packages[name] ?? { folder: '', main: '' };
  const inner = specifier.slice(name.length + 1);
  const candidates = inner === '' ? [main, 'Index', 'index', 'src/main/ets/Index'] : [inner, `src/main/ets/${inner}`];
  for (const candidate of candidates) {
    const file = candidate === '' ? undefined : relativeFile(join(folder, candidate), pathToFileURL(folder).href);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** A module URL as people read it. */
export function readable(url: string | undefined): string {
  if (url === undefined || url === '') return 'the test run';
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
