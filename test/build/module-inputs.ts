/** Finds out which files a finished build was made from, so that a later run can see that none of them changed. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CMakeAnswer } from './cmake-answer.ts';
import { listTree } from './tree.ts';
import { run } from './process.ts';
import type { BuildTools } from './tools.ts';

/** The inputs of a build. */
export interface ModuleInputs {
  files: string[];
  /** Folders of sources: a file that comes or goes may change what file(GLOB) finds. */
  folders: string[];
}

/**
 * Lists sources, headers, CMake files and other inputs of the build tree `build`. Left out: what the build makes itself,
 * and headers and libraries of the computer and of the host NDK (`sysroot`), which the NDK's key stands for.
 */
export async function moduleInputs(
  tools: BuildTools,
  build: string,
  sysroot: string,
  answer: CMakeAnswer,
): Promise<ModuleInputs> {
  const fromTool = tools.generator === 'Ninja' ? await ninjaInputs(tools, build) : makeInputs(build);
  const all = [...answer.sources, ...answer.cmakeFiles, ...fromTool];
  const elsewhere = [dirname(build), sysroot, '/usr/include', '/usr/lib', '/lib'].map((folder) => `${folder}/`);
  const files = [...new Set(all)].filter(
    (path) => !elsewhere.some((folder) => path.startsWith(folder)) && existsSync(path),
  );
  const folders = new Set([answer.sourceRoot]);
  for (const path of answer.sources.filter((source) => source.startsWith(`${answer.sourceRoot}/`))) {
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return { files, folders: [...folders] };
}

async function ninjaInputs(tools: BuildTools, build: string): Promise<string[]> {
  // The headers that compilers reported stand in Ninja's dependency log; the rest in its graph (Ninja 1.11 and newer).
  const [headers, graph] = await Promise.all([
    run(tools.program, ['-C', build, '-t', 'deps']),
    run(tools.program, ['-C', build, '-t', 'inputs', 'all']),
  ]);
  const deps = headers.stdout.split('\n').filter((line) => line.startsWith('    '));
  const inputs = graph.code === 0 ? graph.stdout.split('\n') : [];
  return [...deps, ...inputs]
    .map((line) => line.trim())
    .filter((path) => path !== '')
    .map((path) => resolve(build, path));
}

function makeInputs(build: string): string[] {
  const files = listTree(build).files.filter((path) => path.endsWith('.o.d'));
  return files.flatMap((path) => parseDepfile(readFileSync(path, 'utf8')).map((name) => resolve(build, name)));
}

/** The prerequisites in a depfile that a compiler wrote: `target: a b \` with blanks in names escaped. */
export function parseDepfile(text: string): string[] {
  const rules = text.replaceAll('\\\n', ' ').split('\n');
  const words = rules.flatMap((rule) => rule.slice(rule.indexOf(': ') + 1).match(/(?:\\.|[^\s\\])+/g) ?? []);
  return words
    .filter((word) => !word.endsWith(':'))
    .map((word) => word.replace(/\\([ #])/g, '$1').replaceAll('$$', '$'));
}
