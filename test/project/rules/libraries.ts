import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CMakeTarget } from '../cmake.ts';
import { fileDependencies, fileOverrides, isLibraryName } from '../dependencies.ts';
import type { FileDependency } from '../dependencies.ts';
import { filesBelow } from '../files.ts';
import { isFile, isFolder, moduleFiles, projectFiles } from '../layout.ts';
import { linkedLibrary, registeredName } from '../registration.ts';
import { checkShape } from '../shapes/check.ts';
import { packageShape } from '../shapes/packages.ts';
import { lineAt, sourceText } from '../source-text.ts';
import type { ModuleView, ParsedFile, Validation } from '../validation.ts';
import { at, textEntries, text } from '../values.ts';
import type { NativeModule } from './native.ts';

/**
 * A native library goes by one name in four places: the dependency of oh-package.json5, the package of its types, the
 * CMake target and `nm_modname` in C++. Another name in one of them makes the import give undefined on the device.
 */
export function checkLibraries(validation: Validation, natives: NativeModule[]): void {
  const seen = new Set<string>();
  for (const packages of [validation.package, ...validation.modules.map((module) => module.package)]) {
    for (const dependency of libraryDependencies(validation, packages)) {
      const key = `${dependency.name} ${dependency.target}`;
      if (seen.has(key)) continue;
      seen.add(key);
      checkTypes(validation, dependency);
      checkTarget(validation, dependency, natives);
    }
  }
  for (const module of validation.modules) checkImports(validation, module);
}

function libraryDependencies(validation: Validation, packages: ParsedFile): FileDependency[] {
  const overrides = fileOverrides(validation.package.value, validation.package.file);
  return fileDependencies(packages.value, packages.file, overrides).filter(({ name }) => isLibraryName(name));
}

function checkTypes(validation: Validation, { name, target, from }: FileDependency): void {
  if (!isFolder(target)) {
    validation.report(
      'library-types',
      from,
      `"${name}" points to ${target}, which does not exist; mend the path or add the folder`,
    );
    return;
  }
  const types = validation.json5(join(target, projectFiles.package));
  if (!isFile(types.file)) {
    validation.report(
      'file-missing',
      types.file,
      `the file is missing; add it with "name": "${name}" and "types": "./Index.d.ts"`,
    );
    return;
  }
  checkShape(validation, types, packageShape);
  const own = text(at(types.value, 'name'));
  if (own !== undefined && own !== name) {
    const message = `the types are called "${own}", the dependency in ${from} "${name}"; write one name`;
    validation.report('library-types', types.file, message);
  }
  if (types.value !== undefined) checkDeclaration(validation, types);
}

/** The case of the name counts, on file systems that ignore it too. */
function checkDeclaration(validation: Validation, types: ParsedFile): void {
  const named = text(at(types.value, 'types'));
  if (named === undefined) {
    validation.report('library-types', types.file, '"types" is missing; add "types": "./Index.d.ts"');
    return;
  }
  const file = join(dirname(types.file), named);
  if (isFile(file) && readdirSync(dirname(file)).includes(basename(file))) return;
  validation.report(
    'library-types',
    types.file,
    `"types" names ${named}, which does not exist; mend the name (its case counts)`,
  );
}

function checkTarget(validation: Validation, { name, from }: FileDependency, natives: NativeModule[]): void {
  const prebuilt = validation.modules.some((module) =>
    filesBelow(join(module.root, 'libs'), '.so').some((file) => basename(file) === name),
  );
  const owner = natives.find(({ cmake }) => targetOf(cmake.targets.values(), name) !== undefined);
  const target = owner === undefined ? undefined : targetOf(owner.cmake.targets.values(), name);
  if (owner === undefined || target === undefined) {
    if (prebuilt || natives.some(({ cmake }) => !cmake.complete)) return;
    const made = natives.flatMap(({ cmake }) =>
      [...cmake.targets.values()].filter(isShared).map(({ output }) => output),
    );
    const message =
      `no CMake target makes ${name} (there is ${made.join(', ') || 'none'}); ` +
      'name the dependency and add_library the same';
    validation.report('library-target', from, message);
    return;
  }
  const library = linkedLibrary(target, owner.cmake);
  const stem = name.replace(/^lib|\.so$/g, '');
  const registered = registeredName(library.sources);
  if (registered === undefined) {
    if (!library.complete) return;
    const message =
      `no source of "${target.name}" registers a module, so its import gives undefined; ` +
      `register one with nm_modname "${stem}"`;
    validation.report('library-registration', target.file, message);
  } else if (registered.name !== 'unknown' && registered.name !== stem) {
    const message =
      `nm_modname is "${registered.name}" but the library is ${name}, so its import gives undefined; ` +
      `write "${stem}"`;
    validation.report('library-name', registered.file, message);
  }
}

function isShared(target: CMakeTarget): boolean {
  return target.kind === 'SHARED' || target.kind === 'MODULE';
}

function targetOf(targets: Iterable<CMakeTarget>, output: string): CMakeTarget | undefined {
  return [...targets].find((target) => isShared(target) && target.output === output);
}

/** `import native from 'libentry.so'` needs a dependency of that name. */
function checkImports(validation: Validation, module: ModuleView): void {
  const groups = [validation.package, module.package].flatMap(({ value }) =>
    ['dependencies', 'devDependencies', 'dynamicDependencies'].flatMap((group) => textEntries(at(value, group))),
  );
  const known = new Set(groups.map(([name]) => name));
  for (const folder of [moduleFiles.ets, moduleFiles.testEts]) {
    for (const file of filesBelow(join(module.root, folder), '.ets', '.ts')) {
      const code = sourceText(readFileSync(file, 'utf8'), 'ets', 'strings');
      for (const match of code.matchAll(/\b(?:from|import)\s*\(?\s*['"](lib[^'"/]+\.so)['"]/g)) {
        const name = match[1] ?? '';
        if (known.has(name)) continue;
        const message =
          `line ${lineAt(code, match.index)}: ${name} is no dependency; ` +
          `add "${name}": "file:<folder of its types>" to oh-package.json5`;
        validation.report('library-import', file, message);
      }
    }
  }
}
