/**
 * Finds the bundles of arkhost's own code that test/build/bundle.ts makes, and has them made again when a file that they
 * were made from has changed. Plain JavaScript, because it runs before any TypeScript can.
 */
import { builtin, cacheRoot } from './setup.js';

const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = builtin('node:fs');
const { dirname, join } = builtin('node:path');

/**
 * The current bundles, as `{ cli, engine }` with their paths. Undefined when there are none and none can be made (a cache
 * that cannot be written, code with a syntax error), or with `ARKHOST_BUNDLE=0`: then the code runs from its files.
 * @param main The file of the command line.
 */
export async function findBundles(main) {
  if (process.env.ARKHOST_BUNDLE === '0') return undefined;
  const folder = join(cacheRoot(), 'code', nameHash(main));
  const list = join(folder, 'bundles.json');
  const known = readList(list);
  if (known !== undefined && known.stamps.every(isCurrent)) return known;
  try {
    const maker = join(dirname(dirname(main)), 'build', `bundle${main.slice(-3)}`);
    // As a path, `#` and `%` in the name of a folder would have a meaning of their own.
    const { makeBundles } = await import(builtin('node:url').pathToFileURL(maker).href);
    const made = await makeBundles(folder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${list}.${process.pid}`, JSON.stringify(made));
    renameSync(`${list}.${process.pid}`, list);
    return made;
  } catch {
    return undefined;
  }
}

function readList(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The stamps of test/build/stamp.ts. */
function isCurrent([path, size, mtime, ctime, inode]) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const now = stat.isDirectory() ? 0 : stat.size;
  return now === size && stat.mtimeMs === mtime && stat.ctimeMs === ctime && stat.ino === inode;
}

/** A folder name for each installation of arkhost. */
function nameHash(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
