import { join, resolve } from 'node:path';
import { ProjectError } from './errors.ts';
import type { Finding } from './finding.ts';
import { readJson5, readStrictJson } from './json5.ts';
import { isFile, moduleFiles, projectFiles } from './layout.ts';
import { at, list, text } from './values.ts';

/** A parsed file and where it stands. `value` is undefined when the file is missing or cannot be parsed. */
export interface ParsedFile {
  file: string;
  value: unknown;
}

/** The files of one module, as far as they can be read. */
export interface ModuleView {
  /** The name in the root build-profile.json5. */
  name: string;
  root: string;
  profile: ParsedFile;
  package: ParsedFile;
  manifest: ParsedFile;
  testManifest: ParsedFile;
}

/** What the rules work on: the files of a project, each parsed once, and the findings so far. */
export class Validation {
  readonly root: string;
  readonly findings: Finding[] = [];
  readonly profile: ParsedFile;
  readonly package: ParsedFile;
  readonly hvigor: ParsedFile;
  readonly app: ParsedFile;
  readonly modules: ModuleView[];
  readonly #parsed = new Map<string, unknown>();

  constructor(root: string) {
    this.root = root;
    this.profile = this.json5(join(root, projectFiles.profile));
    this.package = this.json5(join(root, projectFiles.package));
    this.hvigor = this.json5(join(root, projectFiles.hvigor));
    this.app = this.json5(join(root, projectFiles.app));
    this.modules = list(at(this.profile.value, 'modules')).flatMap((item) => this.#module(item) ?? []);
  }

  /** Notes a fault. */
  report(rule: string, file: string, message: string): void {
    this.findings.push({ rule, file, message });
  }

  /** Parses a `.json5` file; a syntax error is reported once, a missing file is not. */
  json5(file: string): ParsedFile {
    return this.#read(file, readJson5, 'json5-syntax');
  }

  /** Parses a resource file, which is strict JSON; reports like {@link json5}. */
  strictJson(file: string): ParsedFile {
    return this.#read(file, readStrictJson, 'json-syntax');
  }

  /** The names of the runtimes that the products are for. */
  runtimes(): Set<string> {
    const products = list(at(this.profile.value, 'app', 'products'));
    return new Set(products.map((product) => text(at(product, 'runtimeOS')) ?? 'OpenHarmony'));
  }

  #module(item: unknown): ModuleView | undefined {
    const name = text(at(item, 'name'));
    const path = text(at(item, 'srcPath'));
    if (name === undefined || path === undefined) return undefined;
    const root = resolve(this.root, path);
    return {
      name,
      root,
      profile: this.json5(join(root, moduleFiles.profile)),
      package: this.json5(join(root, moduleFiles.package)),
      manifest: this.json5(join(root, moduleFiles.module)),
      testManifest: this.json5(join(root, moduleFiles.testModule)),
    };
  }

  #read(file: string, read: (file: string) => unknown, rule: string): ParsedFile {
    if (this.#parsed.has(file)) return { file, value: this.#parsed.get(file) };
    let value: unknown;
    try {
      if (isFile(file)) value = read(file);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
      const place = error.line === undefined ? '' : `line ${error.line}, column ${error.column ?? 1}: `;
      this.report(rule, file, place + error.reason);
      value = this.#lenient(file);
    }
    this.#parsed.set(file, value);
    return { file, value };
  }

  /** The value of a file that is JSON5 where it should be JSON: it is clear, so that no other rule need complain. */
  #lenient(file: string): unknown {
    try {
      return readJson5(file);
    } catch {
      return undefined;
    }
  }
}
