/** Finds programs by name alone: cheap enough for every run, as nothing is started. */
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { ToolError } from './errors.ts';

/** How to install everything arkhost may miss, on Debian and Ubuntu. */
export const APT_LINE = 'sudo apt-get install g++ cmake ninja-build';

const CANDIDATES = [
  'clang++',
  'clang++-21',
  'clang++-20',
  'clang++-19',
  'clang++-18',
  'clang++-17',
  'clang++-16',
].concat(['g++', 'g++-15', 'g++-14', 'g++-13', 'g++-12'], ['c++']);

/** Absolute path of a program on PATH, or of a path that is given; undefined when there is none. */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const places = name.includes('/') ? [resolve(name)] : (env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  for (const place of places) {
    const path = name.includes('/') ? place : join(place, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not executable: look on, as a shell does.
    }
  }
  return undefined;
}

/** Compilers in order of preference, by name only; cheap. `ARKHOST_CXX`, then `CXX`, name the only one. */
export function compilerCandidates(env: NodeJS.ProcessEnv = process.env): { path: string; launcher?: string }[] {
  const wish = env['ARKHOST_CXX'] || env['CXX'];
  if (wish) return [chosenCompiler(wish, env)];
  const found = CANDIDATES.map((name) => findProgram(name, env)).filter((path) => path !== undefined);
  // `c++` is most often another name of one that was found already.
  const real = found.map((path) => realpathSync(path));
  return found.filter((_, index) => real.indexOf(real[index] ?? '') === index).map((path) => ({ path }));
}

function chosenCompiler(wish: string, env: NodeJS.ProcessEnv): { path: string; launcher?: string } {
  const source = env['ARKHOST_CXX'] ? 'ARKHOST_CXX' : 'CXX';
  const words = wish.trim().split(/\s+/);
  const paths = words.map((word) => findProgram(word, env));
  const missing = words[paths.indexOf(undefined)];
  if (words.length > 2 || missing !== undefined) {
    const what =
      missing === undefined ? 'more than a launcher and a compiler' : `"${missing}", which is no program on PATH`;
    throw new ToolError(`${source}="${wish}" names ${what}. Set it to one C++ compiler, or unset it`);
  }
  const [first, second] = paths as [string, string?];
  return second === undefined ? { path: first } : { path: second, launcher: first };
}
