/** What a check of `npm test` is, and what it says when it ends. */

/** What every check is given. */
export interface CheckContext {
  /** The repository. */
  root: string;
  /** Mend what can be mended (formatting) instead of reporting it. */
  write: boolean;
}

/** How a check ended. The three counts go into the totals of the run. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** One short remark for the check's line: what was looked at, or why it was skipped. */
  remark: string;
  /** Everything a reader needs to mend a failure; shown only then. */
  output: string;
}

/** One check. */
export interface Check {
  /** Short name for `--only`; `--only format` also takes `format-cpp`. */
  name: string;
  title: string;
  /** Uses both cores by itself, so that nothing runs beside it. */
  alone?: boolean;
  run(context: CheckContext): Promise<Outcome>;
}

/** The check found nothing wrong. */
export function pass(remark: string): Outcome {
  return { passed: 1, failed: 0, skipped: 0, remark, output: '' };
}

/** The check found something; `output` says what and how to mend it. */
export function fail(remark: string, output: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, remark, output };
}

/** The check could not run on this machine; `reason` says what to install. */
export function skip(reason: string): Outcome {
  return { passed: 0, failed: 0, skipped: 1, remark: reason, output: '' };
}

/** A failure when there are findings, a pass otherwise. `subject` is what was looked at: `42 files`. */
export function judge(findings: string[], subject: string): Outcome {
  return findings.length === 0 ? pass(subject) : fail(`${findings.length} findings in ${subject}`, findings.join('\n'));
}
