/** The totals line that arkhost prints at the end of a test run, read from its output. */

/** Counts of a run. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** The last line of the form `12 passed, 0 failed` with an optional `, 1 skipped`; undefined when there is none. */
export function readTotals(output: string): Totals | undefined {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const last = lines.at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}
