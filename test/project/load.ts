import { realpathSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileOverrides } from './dependencies.ts';
import { ProjectError } from './errors.ts';
import { readJson5 } from './json5.ts';
import { findProjectRoot, isFile, moduleFiles, projectFiles } from './layout.ts';
import { loadModule } from './load-module.ts';
import type { ProjectPackages } from './load-module.ts';
import type { Module, Product, Project } from './model.ts';
import { parameters } from './parameters.ts';
import { at, list, text } from './values.ts';
import { readSdkVersion } from './versions.ts';
import type { RuntimeOS } from './versions.ts';

export { ProjectError } from './errors.ts';

/**
 * Reads the DevEco project around a path: walks up to the folder that holds the project's build-profile.json5.
 * @param start a file or folder, relative to the working directory or absolute
 * @throws ProjectError naming the file at fault and how to mend it
 */
export async function loadProject(start: string): Promise<Project> {
  const root = findProjectRoot(start);
  const profileFile = join(root, projectFiles.profile);
  const profile = readJson5(profileFile);
  const packageFile = join(root, projectFiles.package);
  const written = isFile(packageFile) ? readJson5(packageFile) : undefined;
  const fill = parameters(written, packageFile);
  const packages = fill(written, packageFile);
  const appFile = join(root, projectFiles.app);
  const app = isFile(appFile) ? at(readJson5(appFile), 'app') : undefined;
  const context = { file: packageFile, parsed: packages, fill, overrides: fileOverrides(packages, packageFile) };
  const versionCode = at(app, 'versionCode');
  const modules = moduleEntries(profile, profileFile).map(({ name, folder }) => loadModule(name, folder, context));
  const linked = linkedModules(modules, context);
  return {
    root,
    modelVersion: text(at(packages, 'modelVersion')) ?? '',
    bundleName: text(at(app, 'bundleName')) ?? '',
    versionName: text(at(app, 'versionName')) ?? '',
    versionCode: typeof versionCode === 'number' ? versionCode : 0,
    products: products(at(profile, 'app'), profileFile),
    modules,
    ...(linked.length === 0 ? {} : { linked }),
  };
}

/** The libraries that `modules` depend on in folders elsewhere, directly or not. */
function linkedModules(modules: readonly Module[], context: ProjectPackages): Module[] {
  const known = new Set(modules.map((module) => realPath(module.root)));
  const found: Module[] = [];
  for (let queue = [...modules]; queue.length > 0; ) {
    const folders = queue.flatMap((module) => Object.values(module.packages)).filter((folder) => isLibrary(folder));
    queue = [];
    for (const folder of folders) {
      if (known.has(realPath(folder))) continue;
      known.add(realPath(folder));
      queue.push(loadModule(basename(folder), folder, context));
    }
    found.push(...queue);
  }
  return found;
}

/** A folder with the sources of a module; other packages are ArkTS alone. */
function isLibrary(folder: string): boolean {
  return isFile(join(folder, moduleFiles.module));
}

/**
 * Finds a module by its name, or by a path: the module's folder or anything in it; the project's folder stands for its
 * only module, or its only entry module.
 * @throws ProjectError that lists the modules there are
 */
export function findModule(project: Project, nameOrPath: string): Module {
  const named = project.modules.find((module) => module.name === nameOrPath);
  if (named !== undefined) return named;
  const path = realPath(resolve(nameOrPath));
  const around = project.modules
    .filter((module) => isInside(path, realPath(module.root)))
    .sort((a, b) => b.root.length - a.root.length)[0];
  if (around !== undefined) return around;
  if (path === realPath(project.root)) {
    const entries = project.modules.filter((module) => module.type === 'entry');
    const only = project.modules.length === 1 ? project.modules[0] : entries.length === 1 ? entries[0] : undefined;
    if (only !== undefined) return only;
  }
  const names = project.modules.map((module) => module.name).join(', ') || 'none';
  const fault =
    path === realPath(project.root) ? 'the project has no single entry module' : `there is no module "${nameOrPath}"`;
  throw new ProjectError(
    join(project.root, projectFiles.profile),
    `${fault}; the modules of this project are: ${names}`,
  );
}

/**
 * Finds the modules whose tests are meant: the one of a name or path, and for the project's folder all that have tests.
 * @throws ProjectError that lists the modules there are
 */
export function findTested(project: Project, nameOrPath: string): Module[] {
  const named = project.modules.some((module) => module.name === nameOrPath);
  if (!named && realPath(resolve(nameOrPath)) === realPath(project.root)) {
    const tested = project.modules.filter((module) => module.ohosTest !== undefined);
    if (tested.length > 0) return tested;
  }
  return [findModule(project, nameOrPath)];
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith('../'));
}

/** The products; version fields may also stand beside them, as projects before the 4.0 tools have it. */
function products(app: unknown, file: string): Product[] {
  const found: Product[] = [];
  for (const item of list(at(app, 'products'))) {
    const name = text(at(item, 'name'));
    if (name === undefined) throw new ProjectError(file, 'a product has no "name"; name it, one product "default"');
    // Without runtimeOS the tools take a product as OpenHarmony; a string of the HarmonyOS shape still tells its own.
    const version = at(item, 'compatibleSdkVersion') ?? at(app, 'compatibleSdkVersion');
    const runtimeOS = readRuntime(at(item, 'runtimeOS'), version, name, file);
    const read = readSdkVersion(version, runtimeOS);
    if ('fault' in read) throw new ProjectError(file, `product "${name}": compatibleSdkVersion: ${read.fault}`);
    found.push({ name, runtimeOS, compatibleApi: read.api });
  }
  if (found.length === 0) throw new ProjectError(file, '"app.products" is empty; add a product "default"');
  return found;
}

function readRuntime(value: unknown, version: unknown, product: string, file: string): RuntimeOS {
  if (value === 'HarmonyOS' || value === 'OpenHarmony') return value;
  if (value === undefined) return typeof version === 'string' && version.includes('(') ? 'HarmonyOS' : 'OpenHarmony';
  throw new ProjectError(
    file,
    `product "${product}": "runtimeOS" is "${String(value)}"; write HarmonyOS or OpenHarmony`,
  );
}

function moduleEntries(profile: unknown, file: string): { name: string; folder: string }[] {
  return list(at(profile, 'modules')).map((item) => {
    const name = text(at(item, 'name'));
    const path = text(at(item, 'srcPath'));
    if (name === undefined || path === undefined) {
      throw new ProjectError(
        file,
        `an element of "modules" lacks "${name === undefined ? 'name' : 'srcPath'}"; add it`,
      );
    }
    return { name, folder: resolve(file, '..', path) };
  });
}
