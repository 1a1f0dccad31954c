/** All checks, in the order in which they run: what answers soonest first. */
import { arkts } from './arkts.ts';
import type { Check } from './check.ts';
import { deviceAbi } from './device-abi.ts';
import { formatCpp } from './format-cpp.ts';
import { formatArkts, formatTypeScript } from './format-scripts.ts';
import { logFormats } from './log-formats.ts';
import { moduleTests, withClang, withGcc } from './module-tests.ts';
import { project } from './project.ts';
import { specs } from './specs.ts';
import { types } from './types.ts';

export const CHECKS: Check[] = [
  formatArkts,
  formatTypeScript,
  formatCpp,
  logFormats,
  project,
  arkts,
  types,
  moduleTests,
  specs,
  withGcc,
  withClang,
  deviceAbi,
];

/**
 * The checks that `--only` names: full names, or the part before the dash for a group (`format`).
 * Throws for a name that selects nothing, because a run of nothing would look like success.
 */
export function selectChecks(only: string[] | undefined, checks: Check[] = CHECKS): Check[] {
  if (only === undefined) {
    return checks;
  }
  const matches = (check: Check, name: string): boolean => check.name === name || check.name.startsWith(`${name}-`);
  const unknown = only.filter((name) => !checks.some((check) => matches(check, name)));
  if (unknown.length > 0 || only.length === 0) {
    const names = checks.map(({ name }) => name).join(', ');
    throw new Error(`no check is called '${unknown.join("', '")}'; the checks are ${names}`);
  }
  return checks.filter((check) => only.some((name) => matches(check, name)));
}
