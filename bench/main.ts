/** `npm run bench`: builds, measures, prints, compares. */
import { BuildError, ToolError } from '../test/build/errors.ts';
import { createProgress } from '../test/build/progress.ts';
import type { Progress } from '../test/build/progress.ts';
import { overTheBar } from './bars.ts';
import { describe, findRegressions, readBaseline, updateBaseline } from './baseline.ts';
import { buildAddon } from './build.ts';
import type { Measurement, Task } from './model.ts';
import { USAGE, readOptions } from './options.ts';
import type { Options } from './options.ts';
import { runTask } from './session.ts';
import { renderTable } from './table.ts';

/** What looks worse is measured again this often: only what stays worse counts. */
const RETRIES = 2;

async function main(options: Options): Promise<number> {
  const progress = createProgress();
  const addon = await buildAddon(progress);
  const task: Task = { addon, filter: options.filter, rounds: options.rounds };
  const measurements = await runTask(task, progress);
  if (measurements.length === 0) {
    console.error(`npm run bench: no operation holds the text "${options.filter}"`);
    return 2;
  }
  if (options.json) {
    console.log(JSON.stringify({ engine: process.versions.node, measurements }, null, 2));
  } else {
    console.log(renderTable(measurements));
    const over = overTheBar(measurements);
    if (over.length > 0) console.log(`\n* over the bar:\n  ${over.join('\n  ')}`);
  }
  if (options.update) updateBaseline(measurements);
  return options.check ? check(measurements, task, progress) : 0;
}

async function check(measurements: Measurement[], task: Task, progress: Progress): Promise<number> {
  const baseline = readBaseline();
  let worse = findRegressions(measurements, baseline);
  for (let retry = 0; worse.length > 0 && retry < RETRIES; retry++) {
    const keys = [...new Set(worse.map(({ key }) => key))];
    console.error(`measuring again what looks worse: ${keys.join(', ')}`);
    const again = findRegressions(await runTask({ ...task, keys }, progress), baseline);
    worse = worse.filter(({ key, against }) => again.some((other) => other.key === key && other.against === against));
  }
  if (worse.length === 0) {
    console.error(`${measurements.length} operations: none is more than 15 % worse than bench/baseline.json`);
    return 0;
  }
  console.error(`worse than bench/baseline.json:\n  ${worse.map(describe).join('\n  ')}`);
  return 1;
}

function fail(error: unknown, code: number): void {
  console.error(`npm run bench: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof BuildError && error.output !== '') console.error(error.output);
  process.exitCode = code;
}

let options: Options | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  fail(error, 2);
}
if (options?.help === true) {
  console.log(USAGE);
} else if (options !== undefined) {
  try {
    process.exitCode = await main(options);
  } catch (error) {
    fail(error, error instanceof ToolError ? 3 : 1);
  }
}
