/**
 * `npm run test:sanitize`: makes sure that the dependencies are there, then runs test/sanitize/main.ts on the pinned
 * engine. Plain JavaScript for any Node.js >= 20.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, SetupError, enginePath, ensureInstalled } from '../bin/setup.js';

try {
  ensureInstalled();
  const main = join(ROOT, 'test', 'sanitize', 'main.ts');
  const child = spawn(enginePath(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`npm run test:sanitize: ${error.message}`);
  process.exitCode = 3;
}
