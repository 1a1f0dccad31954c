import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CMakeProject, CMakeTarget } from './cmake.ts';
import { isFile } from './layout.ts';
import { sourceText } from './source-text.ts';

/** One source file of a library. */
export interface NativeSource {
  file: string;
  text: string;
}

/** A library with everything that is linked into it from the same CMake project. */
export interface LinkedLibrary {
  sources: NativeSource[];
  /** Names as the linker knows them: `jsvm`, `hilog_ndk.z`. */
  links: Set<string>;
  /** False when something is linked or compiled that only CMake can tell. */
  complete: boolean;
}

/** Gathers a target and, through its links, the other targets of the project. */
export function linkedLibrary(target: CMakeTarget, project: CMakeProject): LinkedLibrary {
  const library: LinkedLibrary = { sources: [], links: new Set(), complete: true };
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (part: CMakeTarget): void => {
    if (seen.has(part.name)) return;
    seen.add(part.name);
    library.complete &&= part.complete;
    // A shared library of the project brings its links, not its code.
    const within = part === target || (part.kind !== 'SHARED' && part.kind !== 'MODULE');
    if (within) for (const file of part.sources) addSource(file, files, library.sources);
    for (const link of part.links) {
      const other = project.targets.get(link);
      if (other === undefined) library.links.add(linkName(link));
      else visit(other);
    }
  };
  visit(target);
  return library;
}

/** What a source says as `nm_modname`; `unknown` when it is no plain text. */
export interface ModuleName {
  name: string | 'unknown';
  file: string;
}

/** The name a library registers itself with, or undefined when no source registers a module. */
export function registeredName(sources: NativeSource[]): ModuleName | undefined {
  const all = sources.map((source) => ({ file: source.file, text: sourceText(source.text, 'cpp', 'strings') }));
  for (const { file, text } of all) {
    const written =
      /\bNAPI_MODULE\s*\(\s*(\w+)/.exec(text)?.[1] ??
      /\bnm_modname\s*[=:]\s*("[^"]*"|\w+)/.exec(text)?.[1] ??
      positionalName(text);
    if (written === undefined) continue;
    if (written.startsWith('"')) return { name: written.slice(1, -1), file };
    if (/\bNAPI_MODULE\s*\(/.test(text)) return { name: written, file };
    const meaning = all.map((source) => constant(source.text, written)).find((value) => value !== undefined);
    return { name: meaning ?? 'unknown', file };
  }
  return undefined;
}

/** `static napi_module m = {1, 0, nullptr, Init, "entry", ...}`: the name is the fifth value. */
function positionalName(text: string): string | undefined {
  const values = /\bnapi_module\s+\w+\s*=?\s*\{([^{}]*)/.exec(text)?.[1];
  if (values === undefined || /^\s*\.|nm_/.test(values)) return undefined;
  return values.split(',')[4]?.trim();
}

/** The text behind `#define NAME "x"` or `constexpr char NAME[] = "x"`. */
function constant(text: string, name: string): string | undefined {
  const pattern = new RegExp(`#define\\s+${name}\\s+"([^"]*)"|\\b${name}\\s*(?:\\[\\s*\\])?\\s*[={]\\s*"([^"]*)"`);
  const match = pattern.exec(text);
  return match?.[1] ?? match?.[2];
}

/** Adds a file and the files it includes by `"name"` from its own folder. */
function addSource(file: string, seen: Set<string>, out: NativeSource[]): void {
  if (seen.has(file) || !isFile(file)) return;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  out.push({ file, text });
  for (const match of sourceText(text, 'cpp', 'strings').matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
    addSource(resolve(dirname(file), match[1] ?? ''), seen, out);
  }
}

/** `libjsvm.so`, `-ljsvm` and `/usr/lib/libjsvm.so` are all `jsvm`. */
function linkName(link: string): string {
  return link
    .replace(/^-l/, '')
    .replace(/^.*\//, '')
    .replace(/^lib(?=.*\.so$)/, '')
    .replace(/\.so$/, '');
}
