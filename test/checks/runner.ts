/** Runs checks: cheap ones two at a time, those that use both cores alone, each reported as it ends. */
import { fail } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';

/** A check and how it ended. */
export interface Result {
  check: Check;
  outcome: Outcome;
  /** Milliseconds. */
  duration: number;
}

/** Cores that the checks may keep busy. */
const SLOTS = 2;

/**
 * Runs `checks` in their order and calls `report` after each. A check that throws is a failed check; with
 * `requireAll` so is one that skipped something: in CI everything that a check needs is installed.
 */
export async function runChecks(
  checks: Check[],
  context: CheckContext,
  requireAll: boolean,
  report: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const running = new Set<Promise<void>>();
  for (const check of checks) {
    while (running.size > 0 && (check.alone || running.size >= SLOTS)) {
      await Promise.race(running);
    }
    const task = runOne(check, context, requireAll).then((result) => {
      running.delete(task);
      results.push(result);
      report(result);
    });
    running.add(task);
    if (check.alone) {
      await task;
    }
  }
  await Promise.all(running);
  return results;
}

async function runOne(check: Check, context: CheckContext, requireAll: boolean): Promise<Result> {
  const start = performance.now();
  let outcome: Outcome;
  try {
    outcome = await check.run(context);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    outcome = fail('the check itself failed', text);
  }
  if (requireAll && outcome.skipped > 0) {
    const note = `${outcome.skipped} skipped, and ARKHOST_REQUIRE_ALL=1 allows no skip: ${outcome.remark}`;
    outcome = { ...outcome, failed: outcome.failed + outcome.skipped, skipped: 0, remark: note };
  }
  return { check, outcome, duration: performance.now() - start };
}

/** The sums of all counts. */
export function sumOutcomes(results: Result[]): { passed: number; failed: number; skipped: number } {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) {
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    sum.skipped += outcome.skipped;
  }
  return sum;
}
