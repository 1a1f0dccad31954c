/** Paths of a device, in the sandbox of this run. */
import { join } from 'node:path';
import { host } from './host.ts';

/** What an application sees as its own storage: `/data/storage/el2/base/files`, whatever the encryption level. */
const storage = /^\/data\/storage\/el[1-5]\//;

/** The file behind a path of the device. Other paths, which `filesDir` and the like give, stay as they are. */
export function hostPath(path: string): string {
  const bare = path.startsWith('file://') ? new URL(path).pathname : path;
  return storage.test(bare) ? join(host().config.runDir, 'sandbox', bare.replace(storage, '')) : bare;
}
