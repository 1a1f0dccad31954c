/** What a runtime of napi_create_ark_runtime runs first. */
import { engineCode, processStarter } from '../build/own.ts';
import type { EngineConfig } from './protocol.ts';

/** Returns how to load ArkTS there, which costs time and few runtimes need. It must not wait for anything: native code does. */
export function runtimeScript(config: EngineConfig): string {
  const values = JSON.stringify([processStarter, engineCode, config]);
  return (
    `const [starter, code, config] = ${values};` +
    `return () => require('node:module').createRequire(starter)(starter).loadCodeNow(code).entries.runtime(config);`
  );
}
