/** Calls of the system that the engine does not offer: the bridge makes them. */
import { host } from '../host.ts';
import type { SystemFiles } from '../host.ts';

/** The calls, for the function named. Throws an error with its name when the module has no native code, and so no bridge. */
export function systemFiles(name: string): SystemFiles {
  const { files } = host().bridge;
  if (files !== undefined) return files;
  throw new Error(`${name} works on the host only for modules with native code: it needs the host NDK`);
}
