/** The functions that the platform offers, read from the project's own NDK headers. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Declared in the public headers, but not exported by the device's libace_napi.z.so. */
const NOT_EXPORTED = new Set(['napi_adjust_external_memory']);

/** Which library of the device holds a function, by the beginning of its name. */
const LIBRARIES: Array<[RegExp, string]> = [
  [/^OH_JSVM_/, 'libjsvm.so'],
  [/^OH_LOG_/, 'libhilog_ndk.z.so'],
  [/^(napi|node_api)_/, 'libace_napi.z.so'],
];

/** Library name -> sorted names of its functions. */
export type Platform = Record<string, string[]>;

/** Reads every header below `folder`. Throws when a library would have no function: then the headers moved. */
export async function readPlatform(folder: string): Promise<Platform> {
  const names = await readdir(folder, { recursive: true });
  const headers = names.filter((name) => name.endsWith('.h')).sort();
  const texts = await Promise.all(headers.map((name) => readFile(join(folder, name), 'utf8')));
  const platform = groupFunctions(texts.flatMap(declaredFunctions));
  for (const [, library] of LIBRARIES) {
    if ((platform[library] ?? []).length === 0) {
      throw new Error(`${folder} declares no function of ${library}`);
    }
  }
  return platform;
}

/** Names of the NDK functions that a header declares, comments and macros left out. */
export function declaredFunctions(header: string): string[] {
  const code = header
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\/\/.*$/gm, ' ')
    .replace(/^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$/gm, ' ');
  const calls = code.matchAll(/\b((?:OH_JSVM_|OH_LOG_|napi_|node_api_)\w+)\s*\(/g);
  return [...new Set([...calls].map((match) => match[1] ?? ''))];
}

function groupFunctions(names: string[]): Platform {
  const platform: Platform = {};
  for (const name of [...new Set(names)].sort()) {
    const library = LIBRARIES.find(([pattern]) => pattern.test(name))?.[1];
    if (library !== undefined && !NOT_EXPORTED.has(name)) {
      (platform[library] ??= []).push(name);
    }
  }
  return platform;
}
