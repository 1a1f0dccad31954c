/**
 * `npm run bench`: makes sure that the dependencies are there, then runs bench/main.ts on the pinned engine.
 * Plain JavaScript for any Node.js >= 20.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, SetupError, enginePath, ensureInstalled } from '../test/bin/setup.js';

try {
  ensureInstalled();
  const child = spawn(enginePath(), [join(ROOT, 'bench', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends its signals to the engine too; it decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`npm run bench: ${error.message}`);
  process.exitCode = 3;
}
