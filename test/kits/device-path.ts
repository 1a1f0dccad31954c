/** Paths of a device, which stand in the sandbox of this run. Native code sees the same files (test/ndk/bridge/files). */
import { fs, path } from '../build/builtin.ts';
import { host } from './host.ts';

const { mkdirSync } = fs;
const { join } = path;

/** What an application sees as its storage: `/data`, `/data/storage` and what is below that one. */
const device = /^\/data(?:\/+storage(?:\/.*)?|\/*)$/;

/** The folders that a device has made when an application is installed, below `/data/storage`. */
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

let root: string | undefined;

/** The folder that stands for `/` of the device, with the folders of the application in it. */
export function deviceRoot(): string {
  if (root === undefined) {
    const { runDir, moduleName } = host().config;
    root = fs.realpathSync(runDir) + '/sandbox';
    const storage = join(root, 'data/storage');
    mkdirSync(storage, { recursive: true });
    for (const folder of outerFirst(folders(moduleName))) makeFolder(join(storage, folder));
  }
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

/** The file behind a path or `file:` URI of the device. Other paths stay as they are: they are this computer's. */
export function hostPath(text: string): string {
  const bare = text.startsWith('file://') ? decodeURIComponent(new URL(text).pathname) : text;
  return device.test(bare) ? deviceRoot() + bare : bare;
}

/** The path by which the application knows a file. */
export function devicePath(file: string): string {
  return root !== undefined && file.startsWith(`${root}/data`) ? file.slice(root.length) : file;
}

/** Makes a folder of the device, if need be, and returns its path there. */
export function deviceFolder(folder: string): string {
  mkdirSync(hostPath(folder), { recursive: true });
  return folder;
}
