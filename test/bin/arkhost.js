#!/bin/sh
':' //; s=$0; [ -h "$s" ] && s=$(readlink -f -- "$s"); case $s in */*) d=${s%/*} ;; *) d=. ;; esac; n=0; for f in "$d"/../../node_modules/node-linux-*/bin/node "$d"/../../../node-linux-*/bin/node; do [ -x "$f" ] && n=$((n+1)) && e=$f; done; [ $n = 1 ] || e=node; exec "$e" "$s" "$@"
// Two languages in one file. As a command (`arkhost ...`) the shell reads the line above and starts the pinned engine
// at once, which saves the start of a second Node.js; `node test/bin/arkhost.js ...` comes here directly. Where there is
// no engine yet, or several, the shell leaves the choice to the code below, on the Node.js of the PATH.
import { findBundles } from './bundles.js';
import code from './code.cjs';
import { ROOT, SetupError, builtin, cacheRoot, enginePath, ensureInstalled } from './setup.js';

const { existsSync, realpathSync } = builtin('node:fs');
const { join } = builtin('node:path');

/** The command line in TypeScript, or compiled in the published package (the engine strips no types in node_modules). */
function commandLine() {
  const source = join(ROOT, 'test', 'cli', 'main.ts');
  return existsSync(source) ? source : join(ROOT, 'dist', 'cli', 'main.js');
}

async function runOnEngine(engine) {
  const { spawn } = builtin('node:child_process');
  const { constants } = builtin('node:os');
  const { fileURLToPath } = builtin('node:url');
  const child = spawn(engine, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`the engine ${engine} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeAllListeners(name);
    if (signal === null) process.exit(code);
    // Die as the engine died, so that a shell or CI sees the same end; the number is for signals that do not kill.
    process.exitCode = 128 + (constants.signals[signal] ?? 0);
    process.kill(process.pid, signal);
  });
}

function fail(message) {
  process.stderr.write(`arkhost: ${message}\n`);
  process.exit(3);
}

try {
  const installed = ensureInstalled();
  const engine = enginePath();
  if (engine === undefined) fail('the engine is not installed. Run npm install where arkhost is installed');
  // After an installation the running engine may be an older one: start again.
  if (installed || realpathSync(process.execPath) !== realpathSync(engine)) {
    await runOnEngine(engine);
  } else {
    builtin('node:module').enableCompileCache(join(cacheRoot(), 'compile'));
    const file = commandLine();
    const bundles = await findBundles(file);
    const { main } = await (bundles === undefined ? code.loadCode(file) : code.loadCode(bundles.cli, { engine: bundles.engine }));
    await main(process.argv.slice(2));
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  fail(error.message);
}
