import { dirname, join } from 'node:path';
import { fileDependencies, isLibraryName, nativeTypes, registryDependencies } from './dependencies.ts';
import { ProjectError } from './errors.ts';
import { readJson5, readStrictJson } from './json5.ts';
import { isFile, isFolder, moduleFiles } from './layout.ts';
import { abilities, stage } from './manifest.ts';
import type { Module } from './model.ts';
import { nativeOptions } from './native.ts';
import type { Fill } from './parameters.ts';
import { testTarget } from './test-target.ts';
import { at, text, texts } from './values.ts';

const moduleTypes: readonly Module['type'][] = ['entry', 'feature', 'har', 'shared', 'skill'];

/** What a module needs to know of the project around it. */
export interface ProjectPackages {
  /** Absolute path and parsed content of the root oh-package.json5. */
  file: string;
  parsed: unknown;
  /** `overrides` that point to folders. */
  overrides: ReadonlyMap<string, string>;
  /** Puts the project's parameters into the package file of a module. */
  fill: Fill;
}

/**
 * Reads one module.
 * @throws ProjectError when a file cannot be parsed, or lacks what the module cannot do without.
 */
export function loadModule(name: string, root: string, project: ProjectPackages): Module {
  const manifestFile = join(root, moduleFiles.module);
  if (!isFile(manifestFile)) throw new ProjectError(manifestFile, missingManifest(name, root));
  const manifest = at(readJson5(manifestFile), 'module');
  const module: Module = {
    name,
    type: moduleType(manifest, manifestFile),
    root,
    etsRoot: join(root, moduleFiles.ets),
    nativeTypes: [],
    packages: {},
    abilities: abilities(manifest, join(root, moduleFiles.main)),
    pages: pages(manifest, root),
  };
  addDependencies(module, project);
  const native = nativeOptions(optional(join(root, moduleFiles.profile)), root);
  if (native !== undefined) module.native = native;
  const routes = profile(manifest, 'routerMap', root);
  if (routes !== undefined) module.routeMap = routes;
  const source = stage(manifest, join(root, moduleFiles.main));
  if (source !== undefined) module.stage = source;
  const test = testTarget(root, name);
  if (test !== undefined) module.ohosTest = test;
  if (isFolder(join(root, moduleFiles.resources))) module.resources = join(root, moduleFiles.resources);
  return module;
}

function optional(file: string): unknown {
  return isFile(file) ? readJson5(file) : undefined;
}

function missingManifest(name: string, root: string): string {
  if (isFile(join(root, 'src/main/config.json'))) {
    return `module "${name}" is of the FA model (config.json); only the stage model (module.json5) is supported`;
  }
  return `module "${name}" has no module.json5; add it, or mend srcPath in the project's build-profile.json5`;
}

function moduleType(manifest: unknown, file: string): Module['type'] {
  const type = text(at(manifest, 'type'));
  const known = moduleTypes.find((item) => item === type);
  if (known === undefined) {
    const found = type === undefined ? '"module.type" is missing' : `"module.type" is "${type}"`;
    throw new ProjectError(file, `${found}; write one of ${moduleTypes.join(', ')}`);
  }
  return known;
}

/** The pages of `"pages": "$profile:main_pages"`; none when the profile does not exist. */
function pages(manifest: unknown, root: string): string[] {
  const file = profile(manifest, 'pages', root);
  return file === undefined ? [] : texts(at(readStrictJson(file), 'src'));
}

/** The file of `"<key>": "$profile:<name>"`; undefined when it does not exist. */
function profile(manifest: unknown, key: string, root: string): string | undefined {
  const name = /^\$profile:(\w+)$/.exec(text(at(manifest, key)) ?? '')?.[1];
  if (name === undefined) return undefined;
  const file = join(root, moduleFiles.resources, 'base/profile', `${name}.json`);
  return isFile(file) ? file : undefined;
}

/** Packages that ohpm has installed: those of a registry, and archives. What arkhost brings itself is left out. */
function addInstalled(module: Module, names: readonly string[], folders: readonly string[]): void {
  for (const name of names) {
    if (name === '@ohos/hypium' || name === '@ohos/hamock' || module.packages[name] !== undefined) continue;
    const installed = folders.map((folder) => join(folder, 'oh_modules', name)).find(isFolder);
    if (installed !== undefined) module.packages[name] = installed;
  }
}

/** The project's own dependencies first, so that the module's win. */
function addDependencies(module: Module, project: ProjectPackages): void {
  const file = join(module.root, moduleFiles.package);
  const parsed = project.fill(optional(file), file);
  const own = fileDependencies(parsed, file, project.overrides);
  const libraries = new Map<string, Module['nativeTypes'][number]>();
  const archives: string[] = [];
  for (const dependency of [...fileDependencies(project.parsed, project.file, project.overrides), ...own]) {
    if (isLibraryName(dependency.name)) libraries.set(dependency.name, nativeTypes(dependency));
    else if (isFolder(dependency.target)) module.packages[dependency.name] = dependency.target;
    // A packed archive (.har, .tgz) is not a folder of sources; it is unpacked by ohpm into oh_modules.
    else archives.push(dependency.name);
  }
  module.nativeTypes = [...libraries.values()];
  const names = [...registryDependencies(parsed), ...registryDependencies(project.parsed), ...archives];
  addInstalled(module, names, [module.root, dirname(project.file)]);
}
