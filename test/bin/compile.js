/**
 * `npm pack`: compiles arkhost into `dist`, because Node.js strips no types from packages below node_modules. Works in a
 * fresh clone.
 */
import { ROOT, SetupError, builtin, ensureInstalled } from './setup.js';

const { rmSync } = builtin('node:fs');
const { join } = builtin('node:path');
const { spawnSync } = builtin('node:child_process');

try {
  ensureInstalled();
  // What an earlier version compiled must not be packed.
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
  });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`arkhost: ${error.message}\n`);
  process.exitCode = 3;
}
