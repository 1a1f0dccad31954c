/** The compiler and the runtimes of the sanitizers. */
import { existsSync } from 'node:fs';
import { run } from '../build/process.ts';
import { findProgram } from '../build/programs.ts';

/** `address`: AddressSanitizer, leaks and undefined behaviour. `thread`: ThreadSanitizer. */
export type Kind = 'address' | 'thread';

/** What a sanitized build and run needs. */
export interface SanitizerTools {
  kind: Kind;
  compiler: string;
  /** Library that is loaded before all others, because the engine itself is not instrumented. */
  runtime: string;
  symbolizer: string;
}

/** The device's compiler is clang; this is the version that the other checks use, too. */
const VERSION = '19';

/** Finds the tools, or returns the line that installs them. */
export async function findSanitizerTools(kind: Kind): Promise<SanitizerTools | string> {
  const compiler = findProgram(`clang++-${VERSION}`);
  const symbolizer = findProgram(`llvm-symbolizer-${VERSION}`);
  const packages: string[] = [];
  if (compiler === undefined) packages.push(`clang-${VERSION}`);
  if (symbolizer === undefined) packages.push(`llvm-${VERSION}`);
  const arch = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const name = `libclang_rt.${kind === 'address' ? 'asan' : 'tsan'}-${arch}.so`;
  const runtime = compiler === undefined ? '' : (await run(compiler, [`-print-file-name=${name}`])).stdout.trim();
  // clang repeats the name of a file that it does not find.
  if (!existsSync(runtime)) packages.push(`libclang-rt-${VERSION}-dev`);
  if (compiler === undefined || symbolizer === undefined || packages.length > 0) {
    return `sudo apt-get install ${packages.join(' ')}`;
  }
  return { kind, compiler, runtime, symbolizer };
}
