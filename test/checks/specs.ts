/** arkhost's own tests: every `*.spec.ts`, run by node:test in a process each. */
import { join } from 'node:path';
import { compose } from 'node:stream';
import { run } from 'node:test';
import type { TestsStream } from 'node:test';
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
  const complaints = collectComplaints(events);
  for await (const chunk of compose(events, new spec())) {
    outcome.output += String(chunk);
  }
  if (outcome.passed + outcome.failed === 0) {
    return fail('no test ran', outcome.output);
  }
  const remark = `${outcome.passed} passed, ${outcome.failed} failed in ${files.length} files`;
  return { ...outcome, remark, output: failuresOnly(outcome.output) + complaints() };
}

/** The reporter repeats failures at its end; hundreds of passing tests would only hide them. */
function failuresOnly(output: string): string {
  const start = output.indexOf('✖ failing tests:');
  return start < 0 ? output : output.slice(start);
}

/** What files with failures wrote to stderr: why one could not be loaded stands nowhere else. */
function collectComplaints(events: TestsStream): () => string {
  const failing = new Set<string>();
  const written = new Map<string, string>();
  events.on('test:fail', ({ file }) => failing.add(file ?? ''));
  events.on('test:stderr', ({ file, message }) => written.set(file, (written.get(file) ?? '') + message));
  return () =>
    [...written]
      .filter(([file]) => failing.has(file))
      .map(([file, text]) => `\n${file} wrote to stderr:\n${text}`)
      .join('');
}
