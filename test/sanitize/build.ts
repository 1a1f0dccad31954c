/** Builds the host NDK, the module of the sample and the native tests with sanitizers. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HOME, NDK_SOURCE, cacheRoot, engineInclude, fingerprint } from '../build/home.ts';
import { withLock } from '../build/lock.ts';
import { run } from '../build/process.ts';
import { findBuildTools } from '../build/tools.ts';
import type { BuildTools } from '../build/tools.ts';
import { writeContract } from '../spec/jsvm/harness/build.ts';
import type { SanitizerTools } from './tools.ts';

/** The libraries that are run. */
export interface SanitizedBuild {
  bridge: string;
  /** libjsvm_tests.so */
  tests: string;
  /** libentry.so */
  module: string;
}

/**
 * `vptr` needs the type information that the engine is built without; `function` compares types across the border to
 * it, which has none; `enum` is the tests' own: they pass values that no enumerator has, which the library refuses.
 */
const SANITIZERS = {
  address:
    '-shared-libasan -fsanitize=address,undefined -fno-sanitize=vptr,function,enum -fno-sanitize-recover=undefined',
  thread: '-shared-libsan -fsanitize=thread',
};

const flagsOf = ({ kind }: SanitizerTools): string => `-O1 -g1 -fno-omit-frame-pointer ${SANITIZERS[kind]}`;

/** Builds what has changed. Throws an error with the compiler's output when that fails. */
export async function buildSanitized(tools: SanitizerTools): Promise<SanitizedBuild> {
  const root = join(cacheRoot(), 'sanitize', fingerprint([HOME, flagsOf(tools), tools.compiler]));
  await mkdir(root, { recursive: true });
  return await withLock(
    root,
    () => undefined,
    async () => {
      const cmake = findBuildTools();
      const sysroot = join(root, 'sysroot');
      const toolchain = `-DCMAKE_TOOLCHAIN_FILE=${join(sysroot, 'arkhost.toolchain.cmake')}`;
      const ndk = join(root, 'ndk');
      await build(cmake, tools, NDK_SOURCE, ndk, [`-DARKHOST_ENGINE_INCLUDE=${engineInclude()}`]);
      await step(cmake.cmake, ['--install', ndk, '--prefix', sysroot]);
      const tests = join(root, 'tests');
      await mkdir(tests, { recursive: true });
      await writeContract(join(tests, 'contract.inc'));
      await build(cmake, tools, join(HOME, 'test', 'spec', 'jsvm'), tests, [toolchain, '-DTEST_GROUP=']);
      const module = join(root, 'module');
      await build(cmake, tools, join(HOME, 'native'), module, [toolchain]);
      return {
        bridge: join(sysroot, 'lib', 'arkhost_bridge.node'),
        tests: join(tests, 'libjsvm_tests.so'),
        module: join(module, 'libentry.so'),
      };
    },
  );
}

/** How the engine has to be started with these libraries. The sanitizers write to `folder`, a file per process. */
export function sanitizerEnvironment(tools: SanitizerTools, folder: string): Record<string, string> {
  const suppressions = join(import.meta.dirname, 'leaks.supp');
  const log = `log_path=${join(folder, 'report')}`;
  return {
    ARKHOST_TEST_PRELOAD: tools.runtime,
    ASAN_OPTIONS: [
      log,
      'detect_leaks=1',
      // Tests ask for more memory than there is, and expect the allocator to say no.
      'allocator_may_return_null=1',
      // Fatal tests abort on purpose, and V8 handles traps of WebAssembly itself.
      'handle_abort=0:handle_sigtrap=0:handle_sigill=0:allow_user_segv_handler=1',
      // V8 finds its stack by the address of a local variable.
      'detect_stack_use_after_return=0',
      `external_symbolizer_path=${tools.symbolizer}`,
    ].join(':'),
    TSAN_OPTIONS: [
      `${log}:suppressions=${join(import.meta.dirname, 'threads.supp')}:print_suppressions=0`,
      // The engine is not instrumented: only calls from our own code are looked at.
      'ignore_noninstrumented_modules=1:handle_abort=0:handle_sigtrap=0:allow_user_segv_handler=1',
      `allocator_may_return_null=1:external_symbolizer_path=${tools.symbolizer}`,
    ].join(':'),
    LSAN_OPTIONS: `suppressions=${suppressions}:print_suppressions=0`,
    UBSAN_OPTIONS: `${log}:print_stacktrace=1:halt_on_error=1`,
  };
}

async function build(
  cmake: BuildTools,
  tools: SanitizerTools,
  source: string,
  folder: string,
  more: string[],
): Promise<void> {
  // By the environment, to which the toolchain file adds its own: CMAKE_CXX_FLAGS would replace them.
  const configure = [
    ...['-S', source, '-B', folder, '-G', cmake.generator, '-DCMAKE_BUILD_TYPE=None'],
    `-DCMAKE_CXX_COMPILER=${tools.compiler}`,
    ...more,
  ];
  await step(cmake.cmake, configure, flagsOf(tools));
  await step(cmake.cmake, ['--build', folder, '--parallel', '2']);
}

async function step(program: string, args: string[], flags = ''): Promise<void> {
  const { code, output } = await run(program, args, { env: { ...process.env, CXXFLAGS: flags } });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed with code ${code}:\n${output}`);
}
