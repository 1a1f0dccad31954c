/** Runs the compiler, the linker and CMake for a device ABI; a failing step is an error that carries its output. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../process.ts';
import { configSite } from './flags.ts';
import type { Folders } from './flags.ts';
import type { Platform } from './functions.ts';
import type { Target, Tools } from './target.ts';

/** A step of the check failed; the message is what the tool said. */
export class StepError extends Error {}

/** Runs one tool to its end and gives its standard output. Throws StepError when it fails. */
export async function step(
  command: string,
  args: string[],
  cwd: string,
  env?: Record<string, string>,
): Promise<string> {
  const finished = await run(command, args, { cwd, timeout: 300_000, ...(env === undefined ? {} : { env }) });
  if (finished.code !== 0) {
    throw new StepError(`${command} failed (exit code ${finished.code}):\n${finished.output}`);
  }
  return finished.stdout;
}

/** Makes the folders of a build below `root`, with libc++'s site configuration for `namespace` in them. */
export async function makeFolders(root: string, headers: string, namespace: '__n1' | '__1'): Promise<Folders> {
  const folders = { config: join(root, 'config'), libraries: join(root, 'lib'), headers };
  await mkdir(folders.config, { recursive: true });
  await mkdir(folders.libraries, { recursive: true });
  await writeFile(join(folders.config, '__config_site'), configSite(namespace));
  return folders;
}

/** Links an empty library for each library of the platform: it has the device's names and nothing else. */
export async function makeStubs(target: Target, tools: Tools, platform: Platform, folders: Folders): Promise<void> {
  for (const [library, functions] of Object.entries(platform)) {
    const source = join(folders.libraries, `${library}.s`);
    const object = join(folders.libraries, `${library}.o`);
    const lines = functions.map((name) => `.globl ${name}\n.type ${name},%function\n${name}:`);
    await writeFile(source, `${lines.join('\n')}\n`);
    await step(tools.clang, [`--target=${target.triple}`, '-c', source, '-o', object], folders.libraries);
    await step(tools.lld, ['-shared', '-soname', library, object, '-o', library], folders.libraries);
  }
}

/** The build types of the official toolchain: -O2 and -O0. */
export type BuildType = 'Release' | 'Debug';

/** Configures and builds the module's own CMakeLists.txt with a toolchain file of this text; returns the library. */
export async function buildModule(
  source: string,
  root: string,
  tools: Tools,
  toolchain: string,
  type: BuildType,
): Promise<string> {
  const file = join(root, 'device.toolchain.cmake');
  const tree = join(root, 'build');
  await mkdir(root, { recursive: true });
  await writeFile(file, toolchain);
  const output = `-DCMAKE_LIBRARY_OUTPUT_DIRECTORY=${tree}`;
  const configure = ['-G', 'Ninja', '-S', source, '-B', tree, `-DCMAKE_TOOLCHAIN_FILE=${file}`, output];
  await step(tools.cmake, [...configure, `-DCMAKE_MAKE_PROGRAM=${tools.ninja}`, `-DCMAKE_BUILD_TYPE=${type}`], root);
  await step(tools.cmake, ['--build', tree, '--parallel', '2'], root);
  return join(tree, 'libentry.so');
}
