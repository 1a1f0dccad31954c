/**
 * `npm run bench`: makes sure that the dependencies are there, then runs bench/main.ts, or bench/suites.ts for
 * `npm run bench -- suites`, on the pinned engine.
 * Plain JavaScript for any Node.js >= 20.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, SetupError, enginePath, ensureInstalled } from '../test/bin/setup.js';

try {
  ensureInstalled();
  const [first, ...rest] = process.argv.slice(2);
  const script = first === 'suites' ? ['suites.ts', ...rest] : ['main.ts', ...process.argv.slice(2)];
  const child = spawn(enginePath(), [join(ROOT, 'bench', script[0]), ...script.slice(1)], { stdio: 'inherit' });
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
