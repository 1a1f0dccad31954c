/** Runs the module built for a device ABI: a small host program loads it against musl and calls it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildModule, makeFolders, step } from './build.ts';
import { cFlags, toolchainFile } from './flags.ts';
import type { Folders } from './flags.ts';
import type { Platform } from './functions.ts';
import type { Places } from './inspect.ts';
import { findTool } from '../process.ts';
import type { Target, Tools } from './target.ts';

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), 'smoke');

/** What the host program printed. Throws StepError when the library does not load, or a call does not do what it must. */
export async function smokeRun(target: Target, tools: Tools, platform: Platform, places: Places): Promise<string> {
  const work = join(places.work, 'run');
  // Debian's static C++ runtime was built with the namespace __1.
  const folders = await makeFolders(work, places.headers, '__1');
  await makeFailingLibraries(target, tools, platform, folders);
  const shim = await compileC(target, tools, folders, 'glibc_shim.c', work);
  const archives = ['libc++.a', 'libc++abi.a', 'libunwind.a'].map((name) => join(target.runtime, name));
  const libraries = [shim, ...archives, target.builtins, '-lc'];
  const toolchain = toolchainFile(target, tools, folders, libraries);
  const library = await buildModule(places.source, work, tools, toolchain, 'Debug');
  const host = await buildHost(target, tools, folders, work);
  if (target.emulator === undefined) {
    return step(host, [library], work, { LD_LIBRARY_PATH: folders.libraries });
  }
  const emulator = findTool(target.emulator) ?? target.emulator;
  return step(emulator, ['-E', `LD_LIBRARY_PATH=${folders.libraries}`, host, library], work);
}

/** Libraries with the device's names in which every function fails with status 9, the generic failure of both APIs. */
async function makeFailingLibraries(target: Target, tools: Tools, platform: Platform, folders: Folders): Promise<void> {
  await mkdir(folders.libraries, { recursive: true });
  for (const [library, functions] of Object.entries(platform)) {
    const source = join(folders.libraries, `${library}.c`);
    const lines = functions.map((name) => `int ${name}(void) { return 9; }`);
    await writeFile(source, `${lines.join('\n')}\n`);
    const link = ['-shared', '-nostdlib', `--ld-path=${tools.lld}`, `-Wl,-soname,${library}`];
    const output = join(folders.libraries, library);
    // Some names are builtins of no header here; their true signature does not matter.
    await step(
      tools.clang,
      [`--target=${target.triple}`, '-x', 'c', '-w', '-fPIC', source, ...link, '-o', output],
      folders.libraries,
    );
  }
}

async function compileC(target: Target, tools: Tools, folders: Folders, name: string, work: string): Promise<string> {
  const object = join(work, name.replace(/\.c$/, '.o'));
  await step(tools.clang, ['-x', 'c', ...cFlags(target, folders), '-c', join(SOURCES, name), '-o', object], work);
  return object;
}

async function buildHost(target: Target, tools: Tools, folders: Folders, work: string): Promise<string> {
  const object = await compileC(target, tools, folders, 'host.c', work);
  const musl = (name: string): string => join('/usr/lib', target.musl, name);
  const host = join(work, 'host');
  const link = [
    ...['-nostdlib', '-pie', `--ld-path=${tools.lld}`, `-Wl,--dynamic-linker,${target.loader}`],
    // The module finds the program's functions before those of the failing libraries.
    '-Wl,--export-dynamic',
  ];
  const inputs = [
    musl('Scrt1.o'),
    musl('crti.o'),
    object,
    `-L${join('/usr/lib', target.musl)}`,
    '-lc',
    target.builtins,
    musl('crtn.o'),
  ];
  await step(tools.clang, [`--target=${target.triple}`, ...link, ...inputs, '-o', host], work);
  return host;
}
