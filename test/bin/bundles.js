/**
 * Finds the bundles of arkhost's own code that test/build/bundle.ts makes, and has them made again when a file that they
 * were made from has changed. Plain JavaScript, because it runs before any TypeScript can.
 */
import code from './code.cjs';
import { builtin, cacheRoot } from './setup.js';

const { readFileSync, statSync } = builtin('node:fs');
const { dirname, join } = builtin('node:path');

/**
 * The current bundles, as `{ cli, engine }` with their paths. Undefined when there are none and none can be made (a cache
 * that cannot be written, code with a syntax error), or with `ARKHOST_BUNDLE=0`: then the code runs from its files.
 * @param main The file of the command line.
 */
export async function findBundles(main) {
  if (process.env.ARKHOST_BUNDLE === '0') return undefined;
  // A folder for each installation of arkhost.
  const folder = join(cacheRoot(), 'code', code.hashOf(main));
  const list = join(folder, 'bundles.json');
  const known = readList(list);
  if (known !== undefined && known.stamps.every(isCurrent)) return known;
  try {
    const maker = join(dirname(dirname(main)), 'build', `bundle${main.slice(-3)}`);
    // As a path, `#` and `%` in the name of a folder would have a meaning of their own.
    const { makeBundles } = await import(builtin('node:url').pathToFileURL(maker).href);
    return await makeBundles(folder, list);
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
