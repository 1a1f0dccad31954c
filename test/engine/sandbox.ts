/** The folders of an application, as a device makes them when it is installed. */
import { fs, path } from '../build/builtin.ts';

const { mkdirSync } = fs;
const { join } = path;

/** Below `/data/storage`. */
const folders = (module: string): string[] => [
  'el1/bundle',
  'el1/database',
  'el1/base/files',
  'el1/base/cache',
  'el1/base/preferences',
  'el1/base/temp',
  'el2/base/files',
  'el2/base/cache',
  'el2/base/preferences',
  'el2/base/temp',
  ...['files', 'cache', 'preferences', 'temp'].map((name) => `el2/base/haps/${module}/${name}`),
  `el2/database/${module}`,
  'el2/distributedfiles',
  'el2/cloud',
  'el2/group',
];

/**
 * Makes them in a folder of a run. Returns the folder that stands for `/` of the device. The parent does so while the engine
 * boots, which would wait for it some ten milliseconds.
 */
export function makeSandbox(runDir: string, moduleName: string): string {
  const root = join(runDir, 'sandbox');
  const storage = join(root, 'data/storage');
  mkdirSync(storage, { recursive: true });
  for (const folder of outerFirst(folders(moduleName))) makeFolder(join(storage, folder));
  return root;
}

/** An earlier process of the run may have made it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The folders and those around them. A recursive mkdir for each costs a run without changes several milliseconds. */
function outerFirst(inner: string[]): Set<string> {
  const all = new Set<string>();
  for (const folder of inner) {
    for (let end = folder.indexOf('/'); end > 0; end = folder.indexOf('/', end + 1)) all.add(folder.slice(0, end));
    all.add(folder);
  }
  return all;
}
