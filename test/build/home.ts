/** Where arkhost lives, where it keeps what it builds, and the engine it runs on. */

// Not by `import`, because every start comes by here: the facade of node:fs that an import makes takes milliseconds.
const { existsSync } = process.getBuiltinModule('node:fs');
const { homedir } = process.getBuiltinModule('node:os');
const { dirname, join } = process.getBuiltinModule('node:path');

/** Folder of arkhost itself: the clone, or the installed package. Sources and compiled files are equally deep below it. */
export const HOME: string = dirname(dirname(import.meta.dirname));

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

/**
 * A name for a combination of texts: 26 digits and letters that differ when any text differs. It is no cryptographic hash;
 * loading `node:crypto` would cost a run without changes a tenth of its time.
 */
export function fingerprint(parts: Iterable<string>): string {
  const text = [...parts].map((part) => `${part.length}:${part}`).join('');
  return [0x9e3779b9, 0x243f6a88].map((seed) => mix(text, seed).toString(36).padStart(13, '0')).join('');
}

/** 53 bits of a text, by multiplying and shifting two 32-bit halves. */
function mix(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
