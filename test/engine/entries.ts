/** What test/bin/code.cjs starts: the engine process, for tests or for one file, and its threads. */

import { loadOwn } from '../build/own.ts';
import type { EngineConfig } from './protocol.ts';
import type * as Runtime from './runtime.ts';

/** By the name that stands on the command line. */
export const entries = {
  test: async (): Promise<void> => (await import('./main.ts')).runEngine('test'),
  run: async (): Promise<void> => (await import('./main.ts')).runEngine('run'),
  /** A thread for `@Concurrent` functions. */
  thread: async (): Promise<void> => (await import('./thread.ts')).runThread(),
  /** A Worker of the code under test. */
  worker: async (): Promise<void> => (await import('./worker.ts')).runWorker(),
  /** A runtime of napi_create_ark_runtime: at once, since native code waits. */
  runtime: (config: EngineConfig): void => (loadOwn('engine/runtime') as typeof Runtime).setUpRuntime(config),
};
