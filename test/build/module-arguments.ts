/** What CMake is told about a module: the arguments of its build profile, and a toolchain file of its own. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NativeOptions } from '../project/model.ts';
import { BuildError } from './errors.ts';
import type { Ndk } from './ndk.ts';
import type { Progress } from './progress.ts';

/** What the user or the caller adds to the module's own build profile. */
export interface BuildOptions {
  /** Folders with headers that the host NDK does not have. */
  include: string[];
  /** Libraries it does not have: a file, a folder, a `name` on this computer, or `libname.so=file`. */
  link: string[];
  /** Further arguments to CMake. */
  cmakeArgs: string[];
  /** The lowest API level that the project promises to run on; using newer functions is an error. */
  apiLevel?: number;
  progress: Progress;
}

const FLAGS = /^-DCMAKE_(C|CXX)_FLAGS(?::[A-Z]+)?=(.*)$/s;

/** Arguments to CMake for a module, in the order in which later ones win. */
export function moduleArguments(native: NativeOptions, options: BuildOptions): string[] {
  const own = [...native.arguments, ...options.cmakeArgs].filter((argument) => !FLAGS.test(argument));
  return [
    '-DCMAKE_BUILD_TYPE=RelWithDebInfo',
    // Assertions stay on, as in the debug build that hvigor makes for tests.
    '-DCMAKE_C_FLAGS_RELWITHDEBINFO=-O2 -g',
    '-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O2 -g',
    '-DCMAKE_EXPORT_COMPILE_COMMANDS=ON',
    ...own,
  ];
}

/** A link that `--link` asks for: `file` is found under `name` by the linker. */
export interface ExtraLibrary {
  name: string;
  file: string;
}

/** The files among `--link`, under the name that target_link_libraries uses. Throws BuildError for a missing file. */
export function extraLibraries(options: BuildOptions): ExtraLibrary[] {
  return options.link.filter((link) => isPath(link) && !isFolder(link)).map(extraLibrary);
}

function extraLibrary(link: string): ExtraLibrary {
  const [, name, path = link] = /^([^/=]+)=(.+)$/s.exec(link) ?? [];
  const file = resolve(path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new BuildError(`--link ${link}: there is no file ${file}. Give a library built for this computer`, '');
  }
  return { name: name ?? basename(file), file: realpathSync(file) };
}

function isPath(link: string): boolean {
  return link.includes('/') || link.includes('=');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Text of the module's toolchain file: the host NDK's, and the flags of build profile and command line added to its own.
 * (Given as -DCMAKE_CXX_FLAGS they would replace the flags of the toolchain instead.) `links` is the folder that will
 * hold the files of `extraLibraries` under their names; the libraries of the module are built into `lib` beside it.
 */
export function moduleToolchain(native: NativeOptions, ndk: Ndk, options: BuildOptions, links: string): string {
  const common = [
    ...(options.apiLevel === undefined ? [] : [`-DJSVM_API_LEVEL=${options.apiLevel}`]),
    ...options.include.map((folder) => `-I${quoteShell(resolve(folder))}`),
  ];
  const extra = extraLibraries(options);
  // What a library opens by its bare name stands beside it, as in a HAP.
  const own = join(dirname(links), 'lib');
  const folders = options.link.filter((link) => isPath(link) && isFolder(link)).map((link) => resolve(link));
  const linkFlags = [
    ...[...(extra.length > 0 ? [links] : []), ...folders].map((folder) => `-L${quoteShell(folder)}`),
    ...[own, ...extra.map(({ file }) => dirname(file)), ...folders].map((folder) => `-Wl,-rpath,${quoteShell(folder)}`),
  ];
  const libraries = options.link.filter((link) => !isPath(link)).map((name) => `-l${name.replace(/^lib|\.so$/g, '')}`);
  return [
    `include(${quote(ndk.toolchain)})`,
    append('CMAKE_C_FLAGS_INIT', [...common, ...native.cFlags, ...flagsOf('C', native, options)]),
    append('CMAKE_CXX_FLAGS_INIT', [...common, ...native.cppFlags, ...flagsOf('CXX', native, options)]),
    append('CMAKE_SHARED_LINKER_FLAGS_INIT', linkFlags),
    append('CMAKE_MODULE_LINKER_FLAGS_INIT', linkFlags),
    append('CMAKE_C_STANDARD_LIBRARIES_INIT', libraries),
    append('CMAKE_CXX_STANDARD_LIBRARIES_INIT', libraries),
    '',
  ].join('\n');
}

function flagsOf(language: string, native: NativeOptions, options: BuildOptions): string[] {
  const found = [...native.arguments, ...options.cmakeArgs].map((argument) => FLAGS.exec(argument));
  return found.filter((match) => match?.[1] === language).map((match) => match?.[2] ?? '');
}

function append(variable: string, words: string[]): string {
  return words.length === 0 ? `# ${variable} as it is` : `string(APPEND ${variable} ${quote(` ${words.join(' ')}`)})`;
}

/** A CMake string. */
function quote(text: string): string {
  return `"${text.replace(/[\\"$]/g, '\\$&')}"`;
}

/** A word of a compiler's command line. */
function quoteShell(text: string): string {
  return /[^\w@%+=:,./-]/.test(text) ? `"${text.replace(/["\\$`]/g, '\\$&')}"` : text;
}
