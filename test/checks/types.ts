/** Type check of the harness by the TypeScript that package.json pins. */
import { join } from 'node:path';
import { fail, pass } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { run } from './process.ts';

export const types: Check = { name: 'types', title: 'TypeScript types (tsc)', run: runTypes };

async function runTypes(context: CheckContext): Promise<Outcome> {
  // The path is spelled out: ohos-typescript brings a tsc of its own, and node_modules/.bin holds only one of them.
  const tsc = join(context.root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await run(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
    cwd: context.root,
    timeout: 300_000,
  });
  const errors = output.split('\n').filter((line) => line.includes('error TS')).length;
  return code === 0 ? pass('no errors') : fail(`${errors} errors`, output);
}
