/** Finds the programs that build C++: compiler, CMake and Ninja or make. */
import { ToolError } from './errors.ts';
import { run } from './process.ts';
import { APT_LINE, compilerCandidates, findProgram } from './programs.ts';

/** A C++ compiler that can compile with its standard library. */
export interface Compiler {
  /** Absolute path of the C++ compiler, as found (not resolved: clang looks at its own name). */
  path: string;
  /** The C compiler of the same make, when it stands beside it. */
  c?: string;
  kind: 'clang' | 'gcc' | 'other';
  /** `19.1.7`. */
  version: string;
  /** Program that runs the compiler, such as ccache. */
  launcher?: string;
}

/** What `doctor` tells about a compiler that was looked at and not taken. */
export interface Rejected {
  path: string;
  reason: string;
}

const LEAST = { clang: 16, gcc: 12, other: 0 };

/**
 * Chooses the compiler: the device's is clang, so clang++ 16 or newer goes first, then g++ 12 or newer. Each is tried on a
 * line of C++, because a compiler without its standard library is of no use. Throws ToolError when none is fit.
 */
export async function findCompiler(env: NodeJS.ProcessEnv = process.env, rejected: Rejected[] = []): Promise<Compiler> {
  for (const { path, launcher } of compilerCandidates(env)) {
    const text = (await run(path, ['--version'], { env })).stdout;
    const compiler = describe(path, text);
    if (launcher !== undefined) compiler.launcher = launcher;
    const c = findProgram(path.replace(/\+\+(?=[^/]*$)/, compiler.kind === 'gcc' ? 'cc' : ''), env);
    if (c !== undefined && c !== path) compiler.c = c;
    const reason = await unfit(compiler, env);
    if (reason === undefined) return compiler;
    rejected.push({ path, reason });
  }
  const seen = rejected.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
  throw new ToolError(
    `no C++ compiler was found: arkhost needs clang++ 16 or g++ 12, or newer${seen && ` (${seen})`}. Try: ${APT_LINE}`,
  );
}

function describe(path: string, text: string): Compiler {
  const kind = /clang/.test(text)
    ? 'clang'
    : /\((?:GCC|Debian|Ubuntu)|Free Software Foundation/.test(text)
      ? 'gcc'
      : 'other';
  const version = (kind === 'clang' ? /clang version (\d[\d.]*)/ : /\) (\d[\d.]*)/).exec(text)?.[1] ?? 'unknown';
  return { path, kind, version };
}

async function unfit(compiler: Compiler, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const least = LEAST[compiler.kind];
  if (Number.parseInt(compiler.version, 10) < least) return `version ${compiler.version} is older than ${least}`;
  const input = '#include <string>\n#include <version>\nstd::string text;\n';
  const probe = await run(compiler.path, ['-std=c++20', '-fsyntax-only', '-x', 'c++', '-'], { env, input });
  if (probe.code === 0) return undefined;
  const line = probe.output.split('\n').find((text) => text.includes('error')) ?? probe.output.split('\n')[0] ?? '';
  return `it cannot compile C++20 (${line.trim()})`;
}

/** The CMake to use and its generator. */
export interface BuildTools {
  cmake: string;
  generator: 'Ninja' | 'Unix Makefiles';
  /** Ninja or make. */
  program: string;
}

/** Finds CMake and Ninja, or make in its place. Throws ToolError naming what is missing. */
export function findBuildTools(env: NodeJS.ProcessEnv = process.env): BuildTools {
  const cmake = findProgram('cmake', env);
  if (cmake === undefined) throw new ToolError(`cmake was not found on PATH. Try: ${APT_LINE}`);
  const ninja = findProgram('ninja', env) ?? findProgram('ninja-build', env);
  if (ninja !== undefined) return { cmake, generator: 'Ninja', program: ninja };
  const make = findProgram('make', env);
  if (make !== undefined) return { cmake, generator: 'Unix Makefiles', program: make };
  throw new ToolError(`neither ninja nor make was found on PATH. Try: ${APT_LINE}`);
}
