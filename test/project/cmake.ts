import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cmakeCommands } from './cmake-text.ts';
import type { CMakeCommand } from './cmake-text.ts';
import { filesBelow } from './files.ts';
import { isFile } from './layout.ts';

/** A library target of a CMake project. */
export interface CMakeTarget {
  name: string;
  kind: 'SHARED' | 'MODULE' | 'STATIC' | 'OBJECT' | 'INTERFACE';
  /** The file that is made, `libentry.so`, for a shared library. */
  output: string;
  /** The CMake file that declares it. */
  file: string;
  /** Absolute paths of the sources that could be told. */
  sources: Set<string>;
  /** What it links, as written: `libjsvm.so`, `hilog_ndk.z`, other targets. */
  links: Set<string>;
  /** False when sources or links hold variables or generator expressions that only CMake can tell. */
  complete: boolean;
}

/** The library targets of a CMakeLists.txt and what it includes. */
export interface CMakeProject {
  targets: Map<string, CMakeTarget>;
  /** False when commands could not be followed: more targets may exist. */
  complete: boolean;
}

/**
 * Reads what a CMakeLists.txt says about its libraries, without running CMake: plain variables, subfolders, includes
 * and globs are followed; both branches of an `if` count. What cannot be told is marked as incomplete, not guessed.
 */
export function readCMake(file: string): CMakeProject {
  const reader = new CMakeReader(file);
  reader.follow(file);
  return reader.project;
}

const kinds: readonly CMakeTarget['kind'][] = ['SHARED', 'MODULE', 'STATIC', 'OBJECT', 'INTERFACE'];
const scopeWords = new Set([
  'PUBLIC',
  'PRIVATE',
  'INTERFACE',
  'LINK_PUBLIC',
  'LINK_PRIVATE',
  'BEFORE',
  'EXCLUDE_FROM_ALL',
]);
const sourceExtensions = ['.c', '.cc', '.cpp', '.cxx', '.h', '.hh', '.hpp', '.hxx'];

class CMakeReader {
  readonly project: CMakeProject = { targets: new Map(), complete: true };
  readonly #variables = new Map<string, string[]>();
  readonly #seen = new Set<string>();
  readonly #linkedByAll: string[] = [];

  constructor(file: string) {
    this.#variables.set('CMAKE_SOURCE_DIR', [dirname(file)]).set('PROJECT_SOURCE_DIR', [dirname(file)]);
  }

  /** Reads one file; a file included twice is read once. */
  follow(file: string, sourceFolder = dirname(file)): void {
    if (this.#seen.has(file) || !isFile(file)) return;
    this.#seen.add(file);
    for (const command of cmakeCommands(readFileSync(file, 'utf8'))) {
      this.#variables.set('CMAKE_CURRENT_SOURCE_DIR', [sourceFolder]).set('CMAKE_CURRENT_LIST_DIR', [dirname(file)]);
      this.#run(command, file, sourceFolder);
    }
  }

  #run(command: CMakeCommand, file: string, folder: string): void {
    const values = command.arguments.flatMap((argument) => this.#expand(argument));
    const [first = '', ...rest] = values;
    switch (command.name) {
      case 'set':
        this.#variables.set(
          first,
          rest.filter((value) => value !== 'PARENT_SCOPE'),
        );
        break;
      case 'list':
        if (first === 'APPEND' && rest[0] !== undefined) this.#append(rest[0], rest.slice(1));
        break;
      case 'project':
        this.#variables.set('PROJECT_NAME', [first]);
        if (!this.#variables.has('CMAKE_PROJECT_NAME')) this.#variables.set('CMAKE_PROJECT_NAME', [first]);
        break;
      case 'file':
        if (first.startsWith('GLOB')) this.#glob(first === 'GLOB_RECURSE', rest, folder);
        break;
      case 'aux_source_directory':
        this.#append(rest[0] ?? '', sources(resolve(folder, first), false));
        break;
      case 'add_library':
        this.#addLibrary(first, rest, file, folder);
        break;
      case 'target_sources':
        this.#addSources(this.project.targets.get(first), rest, folder);
        break;
      case 'target_link_libraries':
        this.#addLinks(this.project.targets.get(first), rest);
        break;
      case 'link_libraries':
        this.#linkedByAll.push(...values);
        break;
      case 'set_target_properties':
        this.#setProperties(values);
        break;
      case 'add_subdirectory':
        this.#followOther(join(resolve(folder, first), 'CMakeLists.txt'), undefined);
        break;
      case 'include':
        // A bare name is one of CMake's own modules, which add no library of the project.
        if (/[/.$]/.test(first)) this.#followOther(resolve(folder, first), folder);
        break;
      case 'function':
      case 'macro':
      case 'foreach':
        this.project.complete = false;
        break;
    }
  }

  #followOther(file: string, folder: string | undefined): void {
    if (isFile(file)) this.follow(file, folder);
    else if (isUnknown(file)) this.project.complete = this.project.complete && file.includes('PACKAGE_FIND_FILE');
  }

  #addLibrary(name: string, values: string[], file: string, folder: string): void {
    if (values.includes('IMPORTED') || values[0] === 'ALIAS') return;
    if (isUnknown(name)) {
      this.project.complete = false;
      return;
    }
    const kind = kinds.find((item) => item === values[0]);
    const links = new Set(this.#linkedByAll);
    const target: CMakeTarget = {
      name,
      kind: kind ?? 'STATIC',
      output: `lib${name}.so`,
      file,
      sources: new Set(),
      links,
      complete: ![...links].some(isUnknown),
    };
    this.project.targets.set(name, target);
    this.#addSources(target, kind === undefined ? values : values.slice(1), folder);
  }

  #addSources(target: CMakeTarget | undefined, values: string[], folder: string): void {
    if (target === undefined) return;
    for (const value of values) {
      const objects = /^\$<TARGET_OBJECTS:(.+)>$/.exec(value)?.[1];
      if (objects !== undefined) target.links.add(objects);
      else if (isUnknown(value)) target.complete = false;
      else if (!scopeWords.has(value)) target.sources.add(resolve(folder, value));
    }
  }

  #addLinks(target: CMakeTarget | undefined, values: string[]): void {
    if (target === undefined) return;
    for (const value of values) {
      if (isUnknown(value)) target.complete = false;
      else if (!scopeWords.has(value)) target.links.add(value);
    }
  }

  #setProperties(values: string[]): void {
    const split = values.indexOf('PROPERTIES');
    const outputName = values.indexOf('OUTPUT_NAME', split);
    const prefix = values.indexOf('PREFIX', split);
    if (split < 0) return;
    for (const name of values.slice(0, split)) {
      const target = this.project.targets.get(name);
      if (target === undefined) continue;
      const stem = outputName < 0 ? name : (values[outputName + 1] ?? name);
      if (outputName >= 0 || prefix >= 0)
        target.output = `${prefix < 0 ? 'lib' : (values[prefix + 1] ?? '')}${stem}.so`;
    }
  }

  #glob(recursive: boolean, values: string[], folder: string): void {
    const [variable = '', ...patterns] = values.filter((value) => value !== 'CONFIGURE_DEPENDS');
    for (const pattern of patterns) {
      const path = resolve(folder, pattern);
      if (isUnknown(path)) this.#append(variable, [pattern]);
      else
        this.#append(
          variable,
          sources(dirname(path), recursive).filter((file) => fits(basename(file), basename(path))),
        );
    }
  }

  #append(variable: string, values: string[]): void {
    this.#variables.set(variable, [...(this.#variables.get(variable) ?? []), ...values]);
  }

  /** Replaces `${NAME}`; a name that is not known stays as it is written. */
  #expand(argument: string): string[] {
    const whole = /^\$\{(\w+)\}$/.exec(argument)?.[1];
    const values = whole === undefined ? undefined : this.#variables.get(whole);
    if (values !== undefined) return values.flatMap((value) => value.split(';'));
    return argument
      .replace(/\$\{(\w+)\}/g, (text, name: string) => this.#variables.get(name)?.join(';') ?? text)
      .split(';');
  }
}

function isUnknown(value: string): boolean {
  return value.includes('$');
}

/** The C and C++ files of a folder. */
function sources(folder: string, recursive: boolean): string[] {
  return filesBelow(folder, ...sourceExtensions).filter((file) => recursive || dirname(file) === folder);
}

/** Whether a file name fits a glob of `*` and `?`. */
function fits(name: string, glob: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`).test(name);
}
