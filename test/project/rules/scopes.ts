import { join } from 'node:path';
import { fileDependencies, fileOverrides, registryDependencies } from '../dependencies.ts';
import { isFile, moduleFiles, projectFiles } from '../layout.ts';
import { hasUnreadable, readResources, resourceNames } from '../resources.ts';
import type { QualifierFolder } from '../resources.ts';
import { hasAbility, hasRunner } from '../test-target.ts';
import type { ModuleView, Validation } from '../validation.ts';
import { at, list, texts } from '../values.ts';

/** What hvigor generates for a new-style test module. */
const generated = [
  'string:module_test_desc',
  'string:TestAbility_desc',
  'string:TestAbility_label',
  'color:start_window_background',
  'profile:test_pages',
];

/** The resource names that one module, its tests, or the app can use. */
export interface Scope {
  names: Set<string>;
  /** False when more names may exist: in a package that is not installed, or in a file that cannot be parsed. */
  complete: boolean;
}

/** Reads the resource folders of a project, each once. */
export class Scopes {
  readonly #validation: Validation;
  readonly #folders = new Map<string, QualifierFolder[]>();

  constructor(validation: Validation) {
    this.#validation = validation;
  }

  /** The qualifiers of one resource folder. */
  folder(path: string): QualifierFolder[] {
    let found = this.#folders.get(path);
    if (found === undefined) {
      found = readResources(path, (file) => this.#validation.strictJson(file));
      this.#folders.set(path, found);
    }
    return found;
  }

  /** The folders whose content belongs to the app as a whole. */
  appFolders(): string[] {
    const { root, profile } = this.#validation;
    const products = list(at(profile.value, 'app', 'products'));
    const extra = products.flatMap((product) => texts(at(product, 'resource', 'directories')));
    return [join(root, projectFiles.appResources), ...extra.map((path) => join(root, path))];
  }

  /** The folders of a module's own resources. */
  moduleFolders(module: ModuleView): string[] {
    const targets = list(at(module.profile.value, 'targets'));
    const extra = targets.flatMap((target) => texts(at(target, 'resource', 'directories')));
    return [join(module.root, moduleFiles.resources), ...extra.map((path) => join(module.root, path))];
  }

  /** What app.json5 can name. */
  app(): Scope {
    return this.#scope(this.appFolders(), true);
  }

  /** What a module can name: its own, the app's, and those of the modules it depends on. */
  main(module: ModuleView): Scope {
    const packages = [module];
    let complete = this.#installed(this.#validation.root, this.#validation.package.value);
    for (const part of packages) {
      complete &&= this.#installed(part.root, part.package.value);
      for (const other of this.#dependencies(part)) if (!packages.includes(other)) packages.push(other);
    }
    return this.#scope([...this.appFolders(), ...packages.flatMap((part) => this.moduleFolders(part))], complete);
  }

  /** What a module's tests can name. */
  test(module: ModuleView): Scope {
    const main = this.main(module);
    const own = this.#scope([join(module.root, moduleFiles.testResources)], main.complete);
    const isNew = !hasRunner(module.root) && !hasAbility(module.testManifest.value);
    return { names: new Set([...main.names, ...own.names, ...(isNew ? generated : [])]), complete: own.complete };
  }

  #scope(folders: string[], complete: boolean): Scope {
    const content = folders.flatMap((path) => this.folder(path));
    return { names: resourceNames(content), complete: complete && !hasUnreadable(content) };
  }

  #dependencies(module: ModuleView): ModuleView[] {
    const { file, value } = this.#validation.package;
    const dependencies = fileDependencies(module.package.value, module.package.file, fileOverrides(value, file));
    return dependencies.flatMap(({ target }) => this.#validation.modules.find((other) => other.root === target) ?? []);
  }

  /** Test frameworks bring no resources; any other package may. */
  #installed(folder: string, packages: unknown): boolean {
    return registryDependencies(packages)
      .filter((name) => !/^@ohos\/(hypium|hamock)$/.test(name))
      .every((name) => isFile(join(folder, 'oh_modules', name, 'oh-package.json5')));
  }
}
