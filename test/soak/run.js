/**
 * `node test/soak/run.js [minutes] [seed]`: mixed random use of the JSVM-API for some minutes, 10 by default, with flat
 * memory. Plain JavaScript for any Node.js >= 20; the work is done by main.ts on the pinned engine.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, SetupError, enginePath, ensureInstalled } from '../bin/setup.js';

try {
  ensureInstalled();
  const args = ['--expose-gc', join(ROOT, 'test', 'soak', 'main.ts'), ...process.argv.slice(2)];
  const child = spawn(enginePath(), args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`soak: ${error.message}`);
  process.exitCode = 3;
}
