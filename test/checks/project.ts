/** Validation of the DevEco project: every cross-check that DevEco Studio would make when it syncs and builds. */
import { relative } from 'node:path';
import { judge } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';

export const project: Check = { name: 'project', title: 'DevEco project validation', run: runProject };

async function runProject(context: CheckContext): Promise<Outcome> {
  const { validateProject } = await import('../project/validate.ts');
  const findings = await validateProject(context.root);
  return judge(
    findings.map(({ file, rule, message }) => `${relative(context.root, file)}: ${rule}  ${message}`),
    'the project files',
  );
}
