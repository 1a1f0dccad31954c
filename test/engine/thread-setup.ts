/** What every thread that runs ArkTS needs: a bridge, the hooks, a console. */
import { createRequire, setSourceMapsSupport } from 'node:module';
import { setHost } from '../kits/host.ts';
import type { Bridge } from '../kits/host.ts';
import { installConsole } from './console.ts';
import {
  component,
  importFile,
  installHooks,
  loadForNative,
  loadPage,
  mockModules,
  namedPage,
  requireFile,
} from './hooks.ts';
import { createPlainBridge } from './no-bridge.ts';
import type { EngineConfig } from './protocol.ts';

/** Prepares this thread; what it prints goes to `output`. */
export function setUpThread(config: EngineConfig, output: (stream: 'stdout' | 'stderr', text: string) => void): void {
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  const bridge = config.bridge === '' ? createPlainBridge() : (createRequire(import.meta.url)(config.bridge) as Bridge);
  setHost({
    config,
    bridge,
    output,
    importFile,
    loadPage,
    mock: mockModules,
    namedPage,
    requireFile,
    component,
  });
  installHooks();
  bridge.setModuleLoader?.(loadForNative);
  installConsole();
}
