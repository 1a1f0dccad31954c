/** What `run` and `test` have in common: find the module, build what it needs. */
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildModule } from '../build/module.ts';
import type { BuildOptions } from '../build/module.ts';
import { ensureNdk } from '../build/ndk.ts';
import type { Ndk } from '../build/ndk.ts';
import { createProgress } from '../build/progress.ts';
import { ProjectError } from '../project/errors.ts';
import { findModule, findTested, loadProject } from '../project/load.ts';
import type { Module, Project } from '../project/model.ts';
import type { Arguments } from './arguments.ts';
import { trace } from '../engine/trace.ts';

/** A module that was asked for, and its project. */
export interface Found {
  project: Project;
  module: Module;
}

/** A module with everything built that it needs. */
export interface Prepared extends Found {
  /** Undefined when neither the module nor what it depends on has native code. */
  ndk?: Ndk;
  /** `libentry.so` to the built file. */
  libraries: Record<string, string>;
}

/**
 * Finds a module by name in the project around the current folder, or by the path of a module or project anywhere.
 * Throws ProjectError when there is none.
 */
export async function locate(nameOrPath: string): Promise<Found> {
  const { project, found } = await lookUp(nameOrPath, findModule);
  return { project, module: found };
}

/** The same for tests: the path of a project stands for all its modules that have some. */
export async function locateTested(nameOrPath: string): Promise<Found[]> {
  const { project, found } = await lookUp(nameOrPath, findTested);
  return found.map((module) => ({ project, module }));
}

type Find<Result> = (project: Project, nameOrPath: string) => Result;

async function lookUp<Result>(name: string, find: Find<Result>): Promise<{ project: Project; found: Result }> {
  if (name.includes('/') || !/^\w/.test(name)) return inProject(name, name, find);
  try {
    return await inProject('.', name, find);
  } catch (error) {
    // Not a module of this project, or no project here: `arkhost test samples` means the folder.
    if (error instanceof ProjectError && existsSync(name)) return inProject(name, name, find);
    throw error;
  }
}

async function inProject<Result>(
  start: string,
  name: string,
  find: Find<Result>,
): Promise<{ project: Project; found: Result }> {
  const project = await loadProject(start);
  trace('project read');
  return { project, found: find(project, name) };
}

/** Builds the native code of a module and of the modules it depends on. Throws BuildError and ToolError. */
export async function prepare({ project, module }: Found, args: Arguments): Promise<Prepared> {
  const native = withDependencies(project, module).filter((candidate) => candidate.native !== undefined);
  if (native.length === 0) return { project, module, libraries: {} };
  native.forEach(checkCMake);
  const progress = createProgress();
  const ndk = await ensureNdk(progress);
  trace('host NDK ready');
  const options: BuildOptions = {
    include: args.values('include'),
    link: args.values('link'),
    cmakeArgs: args.values('cmake-arg'),
    apiLevel: Math.min(...project.products.map((product) => product.compatibleApi)),
    progress,
  };
  const libraries: Record<string, string> = {};
  for (const candidate of native) Object.assign(libraries, (await buildModule(candidate, ndk, options)).libraries);
  trace('module built');
  return { project, module, ndk, libraries };
}

/** CMake would only say that its folder holds no such file. */
function checkCMake({ native, root }: Module): void {
  if (native === undefined || existsSync(native.cmakeLists)) return;
  const profile = join(root, 'build-profile.json5');
  throw new ProjectError(
    native.cmakeLists,
    `the file is missing; add it, or mend externalNativeOptions.path in ${profile}`,
  );
}

/** Modules that `module` depends on by `file:`, directly or not; they come first, `module` last. */
function withDependencies(project: Project, module: Module): Module[] {
  const found: Module[] = [];
  const visit = (current: Module, path: Module[]): void => {
    if (found.includes(current) || path.includes(current)) return;
    for (const folder of Object.values(current.packages)) {
      const real = existsSync(folder) ? realpathSync(folder) : resolve(folder);
      const next = [...project.modules, ...(project.linked ?? [])].find(
        (candidate) => existsSync(candidate.root) && realpathSync(candidate.root) === real,
      );
      if (next !== undefined) visit(next, [...path, current]);
    }
    found.push(current);
  };
  visit(module, []);
  return found;
}
