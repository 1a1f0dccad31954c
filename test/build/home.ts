/** Where arkhost lives, where it keeps what it builds, and the engine it runs on. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of arkhost itself: the clone, or the installed package. Sources and compiled files are equally deep below it. */
export const HOME: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folder of the host NDK's sources. */
export const NDK_SOURCE: string = join(HOME, 'test', 'ndk');

/** The folder for everything arkhost builds: `$ARKHOST_CACHE`, `$XDG_CACHE_HOME/arkhost` or `~/.cache/arkhost`. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env['ARKHOST_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'arkhost');
}

/** Folder of the engine's C++ headers (`node_api.h`, `v8.h`), beside its binary in the same npm package. */
export function engineInclude(engine: string = process.execPath): string {
  return join(dirname(dirname(engine)), 'include', 'node');
}

/**
 * Folder of an installed npm package, looked for as Node.js does: in the `node_modules` of `HOME` and of the folders above.
 * Undefined when it is not installed.
 */
export function packageFolder(name: string): string | undefined {
  for (let folder = HOME; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The first 16 hexadecimal digits of the SHA-256 of `parts`, each set apart from the next. */
export function digest(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('hex').slice(0, 16);
}
