/** Paths of a device, which stand in the sandbox of this run. Native code sees the same files (test/ndk/bridge/files). */
import { fs, path } from '../build/builtin.ts';
import { makeSandbox } from '../engine/sandbox.ts';
import { host } from './host.ts';

const { mkdirSync } = fs;
const { join } = path;

/** What an application sees as its storage: `/data`, `/data/storage` and what is below that one. */
const device = /^\/data(?:\/+storage(?:\/.*)?|\/*)$/;

let root: string | undefined;

/** The folder that stands for `/` of the device, with the folders of the application in it. */
export function deviceRoot(): string {
  if (root === undefined) {
    const { runDir, moduleName } = host().config;
    // The parent has made it, unless the run folder is another.
    const folder = fs.realpathSync(runDir);
    root = join(folder, 'sandbox');
    if (!fs.existsSync(root)) makeSandbox(folder, moduleName);
  }
  return root;
}

/** A path, and the path of a `file:` URI. Throws for a URI that is none. */
export function plainPath(text: string): string {
  return text.startsWith('file://') ? decodeURIComponent(new URL(text).pathname) : text;
}

/** The file behind a path or `file:` URI of the device. Other paths stay as they are: they are this computer's. */
export function hostPath(text: string): string {
  const bare = plainPath(text);
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
