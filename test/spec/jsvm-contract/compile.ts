/** Checks a piece of C or C++ that includes the public headers, with every compiler of this computer. */
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { NDK_SOURCE } from '../../build/home.ts';
import { run } from '../../build/process.ts';
import { compilerCandidates } from '../../build/programs.ts';

/** A compiler with a language. */
export interface Dialect {
  /** `g++ c++17`, for names of tests. */
  name: string;
  compiler: string;
  args: string[];
}

/** All compilers that are installed, each as C99 and as C++17. */
export function dialects(): Dialect[] {
  const found = compilerCandidates().map(({ path }) => path);
  assert.ok(found.length > 0, 'a C++ compiler is needed: sudo apt-get install g++');
  return found.flatMap((compiler) => [
    { name: `${basename(compiler)} c99`, compiler, args: ['-x', 'c', '-std=c99'] },
    { name: `${basename(compiler)} c++17`, compiler, args: ['-x', 'c++', '-std=c++17'] },
  ]);
}

/** Error messages of one compilation, by the line of the source (from 1) that caused them; empty when it compiles. */
export async function compileErrors(
  dialect: Dialect,
  source: string[],
  defines: string[] = [],
): Promise<Map<number, string>> {
  const limit = dialect.name.includes('clang') ? '-ferror-limit=0' : '-fmax-errors=0';
  const { code, output } = await run(
    dialect.compiler,
    [
      ...dialect.args,
      ...['-fsyntax-only', '-Wall', '-Wextra', '-Werror', '-pedantic', limit, '-I', join(NDK_SOURCE, 'include')],
      ...defines.map((define) => `-D${define}`),
      '-',
    ],
    { input: `${source.join('\n')}\n` },
  );
  const errors = new Map<number, string>();
  for (const line of output.split('\n')) {
    const match = /^<stdin>:(\d+):\d+: (?:fatal )?error: (.*)$/.exec(line);
    if (match?.[1] !== undefined) errors.set(Number(match[1]), match[2] ?? '');
  }
  if (code !== 0 && errors.size === 0) throw new Error(`the compiler failed otherwise:\n${output}`);
  return errors;
}

/** Asserts that a source compiles without warnings, and shows the first message when it does not. */
export async function assertCompiles(dialect: Dialect, source: string[], defines: string[] = []): Promise<void> {
  const errors = await compileErrors(dialect, source, defines);
  const shown = [...errors].slice(0, 5).map(([line, message]) => `${source[line - 1]}: ${message}`);
  assert.deepEqual(shown, []);
}

/** A static assertion that C99 and C++ both know. */
export function staticAssert(condition: string, index: number): string {
  return `typedef char assertion_${index}[(${condition}) ? 1 : -1];`;
}
