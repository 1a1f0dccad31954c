/** Builds a module whose stamp says that something changed. */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Module, NativeOptions } from '../project/model.ts';
import { buildTargets, compilerOutput, configure, toolArguments } from './cmake.ts';
import { askCMake, readAnswer } from './cmake-answer.ts';
import { BuildError } from './errors.ts';
import { hintsFor } from './hints.ts';
import { withLock } from './lock.ts';
import { extraLibraries, moduleToolchain } from './module-arguments.ts';
import type { BuildOptions } from './module-arguments.ts';
import { moduleInputs } from './module-inputs.ts';
import { MODULE_RECIPE, currentLibraries, stampFile } from './module.ts';
import type { ModuleStamp, NativeBuild } from './module.ts';
import type { Ndk } from './ndk.ts';
import { firstChange, readJson, stampAll, writeJson } from './stamp.ts';
import { findBuildTools } from './tools.ts';
import type { BuildTools } from './tools.ts';

/** A build to make. */
export interface BuildRequest {
  module: Module;
  native: NativeOptions;
  /** The module's folder in the cache. */
  folder: string;
  /** CMake's build tree in it. */
  build: string;
  ndk: Ndk;
  args: string[];
  options: BuildOptions;
}

interface Job extends BuildRequest {
  tools: BuildTools;
}

/** Builds in the folder of the request, one process at a time. Throws BuildError and ToolError. */
export async function buildInFolder(request: BuildRequest): Promise<NativeBuild> {
  const { folder, module, options } = request;
  const wait = () => options.progress.update(`waiting for another arkhost that builds ${module.name}`);
  try {
    return await withLock(folder, wait, async () => {
      const libraries = currentLibraries(folder);
      if (libraries !== undefined) return { libraries, fresh: true };
      return { libraries: await buildMarked({ ...request, tools: findBuildTools() }), fresh: false };
    });
  } finally {
    options.progress.clear();
  }
}

/** A run that is killed leaves its mark: the tree may be half written then, and the next run begins anew. */
async function buildMarked(job: Job): Promise<Record<string, string>> {
  const mark = join(job.folder, 'unfinished');
  if (existsSync(mark)) rmSync(job.folder, { recursive: true, force: true });
  mkdirSync(job.build, { recursive: true });
  writeFileSync(mark, '');
  let libraries: Record<string, string>;
  try {
    libraries = await buildAndStamp(job);
  } catch (error) {
    if (error instanceof BuildError) rmSync(mark, { force: true });
    throw error;
  }
  rmSync(mark, { force: true });
  return libraries;
}

async function buildAndStamp(job: Job): Promise<Record<string, string>> {
  const started = Date.now();
  const before = readJson<ModuleStamp>(stampFile(job.folder));
  rmSync(stampFile(job.folder), { force: true });
  // Ninja and make run CMake themselves when a CMakeLists.txt changed, but do not see new files that a glob would find.
  const intact = before?.recipe === MODULE_RECIPE && before.outputs.every(([path]) => existsSync(path));
  if (!intact || firstChange(before.folders) !== undefined) await configureModule(job);
  const { module, native, build, tools, options } = job;
  const built = await buildTargets(tools, build, native.targets, `building ${module.name}`, options.progress);
  if (built.code !== 0) throw failure(`the native code of ${module.name} does not build`, built.output, job);

  const answer = readAnswer(build);
  if (answer.libraries.length === 0) {
    const mend = `Add one: add_library(${module.name} SHARED <sources>)`;
    throw new BuildError(`${native.cmakeLists} builds no shared library. ${mend}`, '');
  }
  const libraries: Record<string, string> = {};
  for (const path of answer.libraries) libraries[basename(path).replace(/\.so\..*$/, '.so')] = path;
  const inputs = await moduleInputs(tools, build, job.ndk.sysroot, answer);
  const stamp: ModuleStamp = {
    recipe: MODULE_RECIPE,
    files: stampAll(inputs.files),
    folders: stampAll(inputs.folders),
    outputs: stampAll(answer.libraries),
    libraries,
  };
  // A file saved while the compiler ran may not be in the result: leave the question to the next run.
  if (stamp.files.every(([, , , ctime]) => ctime < started)) writeJson(stampFile(job.folder), stamp);
  return libraries;
}

async function configureModule(job: Job): Promise<void> {
  const { native, folder, build, tools, options, ndk } = job;
  const links = join(folder, 'links');
  const toolchainFile = join(folder, 'module.toolchain.cmake');
  writeFileSync(toolchainFile, moduleToolchain(native, ndk, options, links));
  rmSync(links, { recursive: true, force: true });
  mkdirSync(links);
  for (const { name, file } of extraLibraries(options)) symlinkSync(file, join(links, name));
  askCMake(build);
  options.progress.update(`configuring ${job.module.name}`);
  const args = [
    ...toolArguments(tools, ndk.cxx),
    `-DCMAKE_TOOLCHAIN_FILE=${toolchainFile}`,
    `-DCMAKE_LIBRARY_OUTPUT_DIRECTORY=${join(folder, 'lib')}`,
    ...job.args,
  ];
  const configured = await configure(tools, dirname(native.cmakeLists), build, args);
  if (configured.code !== 0) throw failure(`CMake refused ${native.cmakeLists}`, configured.output, job);
}

function failure(message: string, output: string, job: Job): BuildError {
  return new BuildError(message, compilerOutput(output), hintsFor(output, job.ndk.cxx.kind));
}
