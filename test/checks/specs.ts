/** arkhost's own tests: every `*.spec.ts`, run by node:test in a process each. */
import { join } from 'node:path';
import { compose } from 'node:stream';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fail } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { listFiles } from './files.ts';

/** Per spec file; some build the host NDK. */
const LIMIT = 20 * 60_000;

export const specs: Check = { name: 'specs', title: "arkhost's own tests", alone: true, run: runSpecs };

async function runSpecs(context: CheckContext): Promise<Outcome> {
  const files = await listFiles(context.root, ['test/spec/**/*.spec.ts']);
  if (files.length === 0) {
    return fail('no spec files', 'No test/spec/**/*.spec.ts was found');
  }
  return runSpecFiles(files.map((file) => join(context.root, file)));
}

/** Runs the files, two at a time, and counts their tests. A file that dies or hangs is a failed test. */
export async function runSpecFiles(files: string[]): Promise<Outcome> {
  const events = run({ files, concurrency: 2, timeout: LIMIT, execArgv: [] });
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, remark: '', output: '' };
  events.on('test:summary', ({ file, counts }) => {
    // A summary without a file is the one of the whole run.
    if (file === undefined) {
      outcome.passed = counts.passed;
      outcome.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
      outcome.skipped = counts.skipped + counts.todo;
    }
  });
  for await (const chunk of compose(events, new spec())) {
    outcome.output += String(chunk);
  }
  if (outcome.passed + outcome.failed === 0) {
    return fail('no test ran', outcome.output);
  }
  // The reporter repeats failures at its end; hundreds of passing tests would only hide them.
  const failures = outcome.output.indexOf('✖ failing tests:');
  const output = failures < 0 ? outcome.output : outcome.output.slice(failures);
  return { ...outcome, output, remark: `${outcome.passed} passed, ${outcome.failed} failed in ${files.length} files` };
}
