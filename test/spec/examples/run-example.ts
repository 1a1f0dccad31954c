/** Runs a project of `examples/` by the command, as its reader does, and collects what it reports. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME, cacheRoot } from '../../build/home.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import type { CaseEnd, RunEnd, RunError, TestEvent } from '../../report/events.ts';
import { scratch } from '../build/scratch.ts';
import { arkhost } from '../cli/arkhost-process.ts';

/** The cache of all tests, where the host NDK and the examples are built once. A scratch folder has one of its own. */
const cache = cacheRoot();

/** The first run on a computer builds the host NDK. */
export const limit = { timeout: 600_000 };

/** What one run of the command reported. */
export interface ExampleRun {
  code: number | null;
  /** What a reader sees. */
  stdout: string;
  stderr: string;
  /** `suite › case`, the second of a name with ` again`, to how it ended, in order. */
  cases: Map<string, CaseEnd>;
  errors: RunError[];
  ends: RunEnd[];
}

/** `arkhost test <paths> <args>` in the folder `examples/`. */
export async function runExample(paths: string[], ...args: string[]): Promise<ExampleRun> {
  // The command has a limit of its own, which a first build would not meet.
  await ensureNdk(silent);
  using place = scratch();
  const report = join(place.folder, 'report.jsonl');
  const command = ['test', ...paths, '--reporter', 'json', '--output', report, ...args];
  const env = { ARKHOST_CACHE: cache };
  const { code, stdout, stderr } = await arkhost(command, join(HOME, 'examples'), env);
  assert.ok(existsSync(report), `no report; exit code ${code}\n${stdout}\n${stderr}`);
  const run: ExampleRun = { code, stdout, stderr, cases: new Map(), errors: [], ends: [] };
  for (const event of readEvents(report)) {
    if (event.type === 'case-end') {
      const name = [...event.suite, event.name].join(' › ');
      run.cases.set(run.cases.has(name) ? `${name} again` : name, event);
    } else if (event.type === 'run-error') run.errors.push(event);
    else if (event.type === 'run-end') run.ends.push(event);
  }
  return run;
}

function readEvents(file: string): TestEvent[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TestEvent);
}
