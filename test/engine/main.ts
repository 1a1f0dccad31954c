/**
 * Entry of the engine process. Loads everything that does not depend on the module while the parent still looks at the
 * project, then reads its configuration from file descriptor 3 and runs.
 */
import { createRequire, setSourceMapsSupport } from 'node:module';
import { setHost } from '../kits/host.ts';
import type { Bridge } from '../kits/host.ts';
import { logSink } from '../kits/shell.ts';
import { channelFd, readConfig, send } from './channel.ts';
import { installConsole } from './console.ts';
import { failureOf } from './failure.ts';
import { importFile, installHooks, loadForNative, openPage } from './hooks.ts';
import { createPlainBridge } from './no-bridge.ts';
import { loadHypium } from './hypium.ts';
import { runFile } from './run-file.ts';
import { runTests } from './run-tests.ts';
import { trace } from './trace.ts';

// For this process only, not for those it starts.
delete process.env['NODE_COMPILE_CACHE'];
trace('engine up');
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
const hypium = process.argv[2] === 'run' ? undefined : await loadHypium();
trace('hypium loaded');

const config = readConfig();
trace('configured');
try {
  const bridge = config.bridge === '' ? createPlainBridge() : (createRequire(import.meta.url)(config.bridge) as Bridge);
  setHost({ config, bridge, output: (stream, text) => send({ type: 'output', stream, text }), importFile, openPage });
  bridge.installCrashHandler?.(channelFd);
  bridge.logOpenSink(logSink());
  trace('bridge loaded');
  installHooks();
  bridge.setModuleLoader?.(loadForNative);
  installConsole();
  await (config.mode === 'run' ? runFile() : runTests(hypium ?? (await loadHypium())));
} catch (error) {
  send({ type: 'run-error', failure: failureOf(error) });
  send({ type: 'finished', findings: [] });
}
trace('finished');
process.exit(process.exitCode ?? 0);
