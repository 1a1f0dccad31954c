/**
 * Entry of the engine process. Loads everything that does not depend on the module while the parent still looks at the
 * project, then reads its configuration from file descriptor 3 and runs.
 */
import { modules } from '../build/builtin.ts';
import { deviceRoot } from '../kits/device-path.ts';
import { setHost } from '../kits/host.ts';
import type { Bridge } from '../kits/host.ts';
import { logSink } from '../kits/shell.ts';
import { channelFd, openRing, readConfig, send } from './channel.ts';
import { installConsole } from './console.ts';
import { failureOf } from './failure.ts';
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
import type { EngineConfig } from './protocol.ts';
import { runtimeScript } from './runtime-script.ts';
import { trace } from './trace.ts';

const { createRequire, setSourceMapsSupport } = modules;

/** Runs what the parent asks for, then ends the process. */
export async function runEngine(mode: 'test' | 'run'): Promise<never> {
  // For this process only, not for those it starts.
  delete process.env['NODE_COMPILE_CACHE'];
  trace('engine up');
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  const run = await loadRunner(mode);
  trace('runner loaded');
  const config = readConfig();
  trace('configured');
  try {
    await setUp(config);
    await run();
  } catch (error) {
    send({ type: 'run-error', failure: failureOf(error) });
    send({ type: 'finished', findings: [] });
  }
  trace('finished');
  process.exit(process.exitCode ?? 0);
}

async function setUp(config: EngineConfig): Promise<void> {
  const bridge = await loadBridge(config.bridge);
  setHost({
    config,
    bridge,
    output: (stream, text) => send({ type: 'output', stream, text }),
    importFile,
    loadPage,
    mock: mockModules,
    namedPage,
    requireFile,
    component,
  });
  openRing(bridge, config.runDir);
  bridge.installCrashHandler?.(channelFd);
  bridge.logOpenSink(logSink());
  bridge.setDeviceRoot?.(deviceRoot());
  trace('bridge loaded');
  installHooks();
  bridge.setModuleLoader?.(loadForNative);
  bridge.setRuntimeScript?.(runtimeScript(config));
  installConsole();
}

/** What this process is for, loaded while the parent still reads the project. */
async function loadRunner(mode: 'test' | 'run'): Promise<() => Promise<void>> {
  if (mode === 'run') return (await import('./run-file.ts')).runFile;
  const { runTests } = await import('./run-tests.ts');
  const hypium = (await import('./hypium.ts')).loadHypium();
  return () => runTests(hypium);
}

async function loadBridge(file: string): Promise<Bridge> {
  if (file === '') return (await import('./no-bridge.ts')).createPlainBridge();
  return createRequire(import.meta.url)(file) as Bridge;
}
