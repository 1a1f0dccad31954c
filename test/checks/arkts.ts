/** Type check, strict ArkTS rules and UI rules over the .ets files of every module. */
import { join } from 'node:path';
import type { Module } from '../project/model.ts';
import { fail, judge } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { listFiles } from './files.ts';

export const arkts: Check = { name: 'arkts', title: 'ArkTS types and rules', run: runArkts };

async function runArkts(context: CheckContext): Promise<Outcome> {
  const { loadProject } = await import('../project/load.ts');
  const { modules, products } = await loadProject(context.root);
  const files = await listFiles(context.root, ['entry/**/*.ets']);
  if (files.length === 0) {
    return fail('no .ets files', 'No .ets file was found below entry/');
  }
  // Loading the ArkTS compiler takes half a second, which the other checks need not wait for.
  const { checkEts, formatFinding } = await import('./arkts/check.ts');
  const findings = checkEts({
    root: context.root,
    files: files.map((file) => join(context.root, file)),
    libraries: Object.fromEntries(modules.flatMap(nativeLibraries)),
    packages: Object.assign({}, ...modules.map((module) => module.packages)) as Record<string, string>,
    api: Math.min(...products.map((product) => product.compatibleApi)),
  });
  return judge(findings.map(formatFinding), `${files.length} files`);
}

function nativeLibraries(module: Module): Array<[string, string]> {
  return module.nativeTypes.map(({ library, declaration }) => [library, declaration]);
}
