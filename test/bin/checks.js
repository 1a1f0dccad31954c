/**
 * `npm test`: makes sure that the dependencies are there, then runs test/checks on the pinned engine.
 * Plain JavaScript for any Node.js >= 20, like arkhost.js beside it.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, SetupError, enginePath, ensureInstalled } from './setup.js';

try {
  ensureInstalled();
  const main = join(ROOT, 'test', 'checks', 'main.ts');
  const child = spawn(enginePath(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends its signals to the engine too; it decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`npm test: ${error.message}`);
  process.exitCode = 3;
}
