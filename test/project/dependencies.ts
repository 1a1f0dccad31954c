import { dirname, join, resolve } from 'node:path';
import { ProjectError } from './errors.ts';
import { readJson5 } from './json5.ts';
import { isFile, isFolder, projectFiles } from './layout.ts';
import type { NativeTypes } from './model.ts';
import { at, text, textEntries } from './values.ts';

/** One `file:` dependency of a package file. */
export interface FileDependency {
  name: string;
  /** Absolute path that the `file:` names. */
  target: string;
  /** The package file that names it. */
  from: string;
  /** Whether a shipped program needs it (false for devDependencies). */
  shipped: boolean;
}

/** The groups of a package file that name dependencies. */
const groups = ['dependencies', 'dynamicDependencies', 'devDependencies'] as const;

/** The native libraries among dependencies are known by their names: `libentry.so`. */
export function isLibraryName(name: string): boolean {
  return /^lib.+\.so$/.test(name);
}

/** The `file:` dependencies of a parsed package file, overrides of the project applied. */
export function fileDependencies(
  parsed: unknown,
  file: string,
  overrides: ReadonlyMap<string, string>,
): FileDependency[] {
  const found: FileDependency[] = [];
  for (const group of groups) {
    for (const [name, value] of textEntries(at(parsed, group))) {
      const target = overrides.get(name) ?? fileTarget(value, file);
      if (target !== undefined) found.push({ name, target, from: file, shipped: group !== 'devDependencies' });
    }
  }
  return found;
}

/** Names of the dependencies that come from a registry. */
export function registryDependencies(parsed: unknown): string[] {
  return groups
    .flatMap((group) => textEntries(at(parsed, group)))
    .filter(([, value]) => fileTarget(value, '/') === undefined)
    .map(([name]) => name);
}

/** `overrides` of the root package file that point to folders. */
export function fileOverrides(parsed: unknown, file: string): Map<string, string> {
  const overrides = new Map<string, string>();
  for (const [name, value] of textEntries(at(parsed, 'overrides'))) {
    const target = fileTarget(value, file);
    if (target !== undefined) overrides.set(name, target);
  }
  return overrides;
}

/** The folder behind `file:../lib` or a bare relative path; undefined for a version. */
function fileTarget(value: string, file: string): string | undefined {
  const path = value.startsWith('file:') ? value.slice('file:'.length) : /^\.\.?\//.test(value) ? value : undefined;
  return path === undefined ? undefined : resolve(dirname(file), path);
}

/**
 * The types of a native library.
 * @throws ProjectError naming the package file that points to a folder that does not exist.
 */
export function nativeTypes(dependency: FileDependency): NativeTypes {
  const { name, target, from } = dependency;
  if (!isFolder(target)) {
    throw new ProjectError(
      from,
      `"${name}" points to ${target}, which is not a folder; mend the path or add the folder`,
    );
  }
  return { library: name, folder: target, declaration: join(target, declarationName(target)) };
}

/** `types` of the folder's own package file, else `Index.d.ts` in the case that exists. */
function declarationName(folder: string): string {
  const file = join(folder, projectFiles.package);
  const named = isFile(file) ? text(at(readJson5(file), 'types')) : undefined;
  if (named !== undefined) return named;
  return isFile(join(folder, 'index.d.ts')) ? 'index.d.ts' : 'Index.d.ts';
}
