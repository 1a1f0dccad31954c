/** Entry of a thread that runs `@Concurrent` functions. */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { functionOf } from '../kits/concurrent.ts';
import { setHost } from '../kits/host.ts';
import type { Bridge } from '../kits/host.ts';
import type { Answer, Call } from '../kits/threads.ts';
import { installConsole } from './console.ts';
import {
  importFile,
  installHooks,
  loadForNative,
  component,
  loadPage,
  mockModules,
  namedPage,
  requireFile,
} from './hooks.ts';
import { createPlainBridge } from './no-bridge.ts';
import { installPackageHooks } from './package-hooks.ts';
import type { EngineConfig } from './protocol.ts';
import { hypiumFile } from './resolve.ts';

const config = workerData as EngineConfig;
const bridge = config.bridge === '' ? createPlainBridge() : (createRequire(import.meta.url)(config.bridge) as Bridge);
setHost({
  config,
  bridge,
  output: (stream, text) => answer({ type: 'output', stream, text }),
  importFile,
  loadPage,
  mock: mockModules,
  namedPage,
  requireFile,
  component,
  threadFile: new URL(import.meta.url),
});
// A task may stand in a file of tests.
installPackageHooks(pathToFileURL(hypiumFile()).href);
installHooks();
bridge.setModuleLoader?.(loadForNative);
installConsole();
parentPort?.on('message', (call: Call) => void run(call));

async function run({ id, origin, args }: Call): Promise<void> {
  try {
    await importFile(fileURLToPath(origin.url));
    answer({ type: 'result', id, value: await functionOf(origin)(...args) });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name, message, stack } = error;
    const { code } = error as Error & { code?: unknown };
    answer({ type: 'error', id, error: { name, message, stack, code: typeof code === 'number' ? code : undefined } });
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
