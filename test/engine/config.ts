/** Makes the engine's configuration from the project model. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Module, Project } from '../project/model.ts';
import type { EngineConfig } from './protocol.ts';

/** Where the host NDK and the module's libraries were built. */
export interface NativeSide {
  /** The bridge addon (`Ndk.bridge`). */
  bridge: string;
  /** The host NDK (`Ndk.sysroot`). */
  sysroot: string;
  /** `libentry.so` to the built file (`NativeBuild.libraries`). */
  libraries: Record<string, string>;
}

/** What to run, from the caller. */
export interface EngineTask {
  project: Project;
  module: Module;
  /** Absent for a module without native code. */
  native?: NativeSide;
  mode: 'test' | 'run';
  /** The file to load: List.test.ets, or the file of `arkhost run`. */
  entry: string;
  /** arkhost's cache folder. */
  cacheDir: string;
  /** hypium parameters without `-s `. */
  parameters?: Record<string, string>;
  /** Arguments of `arkhost run` after `--`. */
  arguments?: string[];
  /** Seed for `random`; chosen when absent. */
  seed?: number;
  /** The run's folder; one is made when absent. */
  runDir?: string;
}

/** The configuration of the first process of a run; makes the run's folder, which the caller removes. */
export function engineConfig(task: EngineTask): EngineConfig {
  const { project, module } = task;
  return {
    mode: task.mode,
    entry: task.entry,
    bundleName: project.bundleName,
    versionName: project.versionName,
    versionCode: project.versionCode,
    moduleName: module.name,
    testModuleName: module.ohosTest?.name ?? module.name,
    moduleRoot: module.root,
    etsRoot: module.etsRoot,
    abilities: module.abilities,
    ...(module.resources === undefined ? {} : { resources: module.resources }),
    ...(task.native ?? { bridge: '', sysroot: '', libraries: {} }),
    packages: Object.fromEntries(Object.entries(module.packages).map(([name, folder]) => [name, { folder, main: '' }])),
    cacheDir: task.cacheDir,
    runDir: task.runDir ?? makeRunDir(),
    parameters: task.parameters ?? {},
    resumeAfter: -1,
    blocked: [],
    seed: task.seed ?? Math.floor(Math.random() * 2 ** 31),
    arguments: task.arguments ?? [],
  };
}

/** Makes a folder for one run; supervising removes it at the end. */
export function makeRunDir(): string {
  return mkdtempSync(join(tmpdir(), 'arkhost-run-'));
}
