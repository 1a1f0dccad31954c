/**
 * arkhost's own modules by name, for those that are loaded when they are first needed, and the places of its own code in
 * stacks. In a bundle a table of what it holds stands for this file: see bundle.ts.
 */
import { fs, modules, path, urls } from './builtin.ts';

const { existsSync } = fs;
const { dirname, extname, join } = path;

const root = dirname(import.meta.dirname);
const extension = extname(import.meta.filename);
const require = modules.createRequire(import.meta.url);

/** A module of arkhost: `kits/ohos/util`, from the folder `test` and without extension. */
export function loadOwn(name: string): Record<string, unknown> {
  return require(join(root, name + extension)) as Record<string, unknown>;
}

/** Says whether there is such a module. */
export function hasOwn(name: string): boolean {
  return existsSync(join(root, name + extension));
}

/** What stacks name arkhost's own frames by: as a path what was required, as a URL what was imported. */
export const ownPlaces: readonly string[] = ['build', 'engine', 'kits']
  .map((folder) => join(root, folder, '/'))
  .flatMap((folder) => [folder, urls.pathToFileURL(folder).pathname]);

/** The code of the engine process, as bin/code.cjs takes it. */
export const engineCode: string = join(root, 'engine', `entries${extension}`);

/** Plain JavaScript that starts an entry of the engine's code in a process: `code.cjs <code> <entry>`. */
export const processStarter: string = join(dirname(root), 'test', 'bin', 'code.cjs');
/** The same in a thread. */
export const threadStarter: string = join(dirname(root), 'test', 'bin', 'thread.cjs');
