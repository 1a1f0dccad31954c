/** Builds the module for one ABI and looks at the library that comes out. */
import { join } from 'node:path';
import { buildModule, makeFolders, makeStubs, step } from './build.ts';
import { toolchainFile } from './flags.ts';
import type { Platform } from './functions.ts';
import { judgeExports, judgeHeaders, judgeUndefined } from './judge.ts';
import type { Target, Tools } from './target.ts';

/** Where the sources are and where to build. */
export interface Places {
  /** Folder of the module's CMakeLists.txt. */
  source: string;
  /** The project's NDK headers. */
  headers: string;
  /** An empty folder for this ABI. */
  work: string;
}

/** The findings for one ABI. Throws StepError when the module does not build. */
export async function inspect(target: Target, tools: Tools, platform: Platform, places: Places): Promise<string[]> {
  const folders = await makeFolders(places.work, places.headers, '__n1');
  await makeStubs(target, tools, platform, folders);
  // Nothing of the C++ runtime is linked in: it is the device's.
  const toolchain = toolchainFile(target, tools, folders, ['-lc']);
  const library = await buildModule(places.source, places.work, tools, toolchain, 'Release');
  const symbols = async (file: string, which: string): Promise<string[]> => {
    const output = await step(tools.nm, ['-D', which, '--format=just-symbols', file], places.work);
    return output.split('\n').filter((line) => line !== '');
  };
  const libc = await symbols(join('/usr/lib', target.musl, 'libc.so'), '--defined-only');
  return [
    ...judgeHeaders(await step(tools.readelf, ['-h', '-d', library], places.work), target, 'libentry.so'),
    ...judgeUndefined(
      await symbols(library, '--undefined-only'),
      new Set(Object.values(platform).flat()),
      new Set(libc.map((symbol) => symbol.replace(/@.*/, ''))),
    ),
    ...judgeExports(await symbols(library, '--defined-only')),
  ];
}
