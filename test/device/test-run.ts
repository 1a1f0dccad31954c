/** Runs the hypium tests of an installed module by `aa test`, as the events of the one model. */
import type { TestEvent } from '../report/events.ts';
import { readDryRun } from './dry-run.ts';
import type { Hdc } from './hdc.ts';
import { OhosReport } from './ohos-report.ts';

/** What to run. */
export interface DeviceRun {
  bundleName: string;
  /** Name of the module, for the reports. */
  moduleName: string;
  /** `entry_test`. */
  testModuleName: string;
  /** hypium parameters without `-s`: `class`, `timeout`, `level`... */
  parameters: Record<string, string>;
  /** Seconds for the whole run; `aa` would wait for ever. */
  limit: number;
}

const runner = '/ets/testrunner/OpenHarmonyTestRunner';

/** Asks for the cases, runs them and yields what happens. Cases that never come are reported as missing. */
export async function* testOnDevice(hdc: Hdc, options: DeviceRun): AsyncGenerator<TestEvent> {
  const expected = readDryRun(await hdc.shell(commandLine(options, { dryRun: 'true' })));
  const report = new OhosReport(options.moduleName, expected);
  const lines: string[] = [];
  let wake: (() => void) | undefined;
  let ended = false;
  const run = hdc.shell(commandLine(options, {}), (line) => {
    lines.push(line);
    wake?.();
  });
  void run.finally(() => {
    ended = true;
    wake?.();
  });
  while (!ended || lines.length > 0) {
    const line = lines.shift();
    if (line !== undefined) yield* report.line(line);
    else if (!ended) await new Promise<void>((resolve) => (wake = resolve));
  }
  await run;
  yield* report.end();
}

/** The command of the device's shell. */
export function commandLine(options: DeviceRun, more: Record<string, string>): string {
  const parameters = Object.entries({ ...options.parameters, ...more }).map(
    ([key, value]) => `-s ${key} ${quote(value)}`,
  );
  return [
    `aa test -b ${options.bundleName} -m ${options.testModuleName} -s unittest ${runner}`,
    ...parameters,
    `-w ${options.limit}`,
  ].join(' ');
}

function quote(text: string): string {
  return /^[\w.,#:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
