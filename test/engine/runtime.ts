/** A runtime that native code has made by napi_create_ark_runtime, on a thread of its own. */
import { fs } from '../build/builtin.ts';
import type { EngineConfig } from './protocol.ts';
import { setUpThread } from './thread-setup.ts';

/** Lets this thread load ArkTS. It prints past the messages of the main thread, which it must not interrupt. */
export function setUpRuntime(config: EngineConfig): void {
  setUpThread(config, (stream, text) => void fs.writeSync(stream === 'stdout' ? 1 : 2, text));
}
