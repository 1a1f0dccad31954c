/** Makes the engine's configuration from the project model. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson5 } from '../project/json5.ts';
import { projectFiles } from '../project/layout.ts';
import type { Ability, Module, Project } from '../project/model.ts';
import { at, text } from '../project/values.ts';
import { makeSandbox } from './sandbox.ts';
import type { EngineAbility, EngineConfig } from './protocol.ts';

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
    testEtsRoot: module.ohosTest?.etsRoot ?? module.etsRoot,
    ...abilitiesOf(module),
    resourceFolders: resourcesOf(project, module),
    ...(module.resources === undefined ? {} : { resources: module.resources }),
    ...(module.routeMap === undefined ? {} : { routeMap: module.routeMap }),
    ...(task.native ?? { bridge: '', sysroot: '', libraries: {} }),
    packages: packagesOf(project, module),
    cacheDir: task.cacheDir,
    runDir: task.runDir ?? makeRunDir(module.name),
    parameters: task.parameters ?? {},
    resumeAfter: -1,
    blocked: [],
    seed: task.seed ?? Math.floor(Math.random() * 2 ** 31),
    arguments: task.arguments ?? [],
  };
}

/** What hvigor calls the ability that it generates for tests. */
const generatedAbility = 'TestAbility';

function abilitiesOf(module: Module): Pick<EngineConfig, 'abilities' | 'testAbility' | 'stages'> {
  const { ohosTest } = module;
  const known = (list: readonly Ability[], moduleName: string, etsRoot: string): EngineAbility[] =>
    list.map(({ name, source, isMultiton = false }) => ({ name, source, moduleName, etsRoot, isMultiton }));
  const own = ohosTest === undefined ? [] : known(ohosTest.abilities ?? [], ohosTest.name, ohosTest.etsRoot);
  const stages: Record<string, string> = {};
  if (module.stage !== undefined) stages[module.name] = module.stage;
  if (ohosTest?.stage !== undefined) stages[ohosTest.name] = ohosTest.stage;
  return {
    abilities: [...known(module.abilities, module.name, module.etsRoot), ...own],
    testAbility: own[0]?.name ?? generatedAbility,
    stages,
  };
}

function resourcesOf(project: Project, module: Module): string[] {
  const all = [join(project.root, projectFiles.appResources), module.resources, module.ohosTest?.resources];
  return all.filter((folder) => folder !== undefined);
}

/** Makes a folder for one run; supervising removes it at the end. */
export function makeRunDir(moduleName: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-run-'));
  makeSandbox(folder, moduleName);
  return folder;
}

/** The packages a module can import: its own, and those of the project's modules among them. */
function packagesOf(project: Project, module: Module): EngineConfig['packages'] {
  const packages: EngineConfig['packages'] = {};
  const add = (from: Module): void => {
    for (const [name, folder] of Object.entries(from.packages)) {
      if (packages[name] !== undefined) continue;
      packages[name] = { folder, main: mainOf(folder) };
      const inner = project.modules.find((item) => item.root === folder);
      if (inner !== undefined) add(inner);
    }
  };
  add(module);
  return packages;
}

function mainOf(folder: string): string {
  const file = join(folder, 'oh-package.json5');
  return existsSync(file) ? (text(at(readJson5(file), 'main')) ?? '') : '';
}
