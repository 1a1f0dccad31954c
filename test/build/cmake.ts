/** Runs CMake: configure, build, install, with progress from the generator's own counters. */
import type { Progress } from './progress.ts';
import { run } from './process.ts';
import type { RunResult } from './process.ts';
import type { BuildTools, Compiler } from './tools.ts';
import { availableParallelism } from 'node:os';

/** Arguments that make CMake take this compiler and generator. */
export function toolArguments(tools: BuildTools, compiler: Compiler): string[] {
  const launcher = compiler.launcher;
  return [
    '-G',
    tools.generator,
    `-DCMAKE_MAKE_PROGRAM=${tools.program}`,
    `-DCMAKE_CXX_COMPILER=${compiler.path}`,
    ...(compiler.c === undefined ? [] : [`-DCMAKE_C_COMPILER=${compiler.c}`]),
    ...(launcher === undefined
      ? []
      : [`-DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}`, `-DCMAKE_C_COMPILER_LAUNCHER=${launcher}`]),
  ];
}

/** The environment of a build: what is chosen by arkhost must not be changed by variables meant for other builds. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NINJA_STATUS: '[%f/%t] ' };
  for (const name of [
    'CC',
    'CXX',
    'CFLAGS',
    'CXXFLAGS',
    'CPPFLAGS',
    'LDFLAGS',
    'MAKEFLAGS',
    'DESTDIR',
    'CMAKE_GENERATOR',
  ]) {
    delete env[name];
  }
  return env;
}

/** Configures `source` into `build`. */
export function configure(tools: BuildTools, source: string, build: string, args: string[]): Promise<RunResult> {
  return run(tools.cmake, ['-S', source, '-B', build, ...args], { env: buildEnvironment() });
}

/** Builds `targets` (all when empty), going on after an error so that every faulty file is shown at once. */
export function buildTargets(
  tools: BuildTools,
  build: string,
  targets: string[],
  label: string,
  progress: Progress,
): Promise<RunResult> {
  const goOn = tools.generator === 'Ninja' ? ['-k', '0'] : ['-k'];
  const names = targets.length === 0 ? [] : ['--target', ...targets];
  const args = ['--build', build, '--parallel', String(availableParallelism()), ...names, '--', ...goOn];
  return run(tools.cmake, args, {
    env: buildEnvironment(),
    onLine(line) {
      const ninja = /^\[(\d+)\/(\d+)\]/.exec(line);
      const make = /^\[ *(\d+)%\]/.exec(line);
      if (ninja) progress.update(label, Number(ninja[1]), Number(ninja[2]));
      else if (make) progress.update(label, Number(make[1]), 100);
    },
  });
}

/** Installs what was built under `prefix`. */
export function install(tools: BuildTools, build: string, prefix: string): Promise<RunResult> {
  return run(tools.cmake, ['--install', build, '--prefix', prefix], { env: buildEnvironment() });
}

/** What compilers, linkers and CMake complained of, without the lines of progress around it. */
export function compilerOutput(output: string): string {
  const noise =
    /^(-- |\[\d+\/\d+\]|\[ *\d+%\]|ninja: |FAILED: |g?make(\[\d+\])?: |Consolidate compiler|Scanning dependencies)/;
  const lines = output.split('\n');
  // Ninja repeats the command below "FAILED:"; it is long, and the messages name file and line themselves.
  const kept = lines.filter((line, index) => !noise.test(line) && !/^FAILED: /.test(lines[index - 1] ?? ''));
  return kept.join('\n').trim();
}
