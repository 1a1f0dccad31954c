/** `arkhost report`: the verdict of a text that `aa test` printed. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { OhosReport } from '../device/ohos-report.ts';
import { UsageError } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { judge, readReporter } from './reports.ts';

/** Reads the file, or standard input for `-` and without one. Returns 0 when all cases passed, and 1 otherwise. */
export async function reportCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.positionals;
  const report = new OhosReport(args.value('module') ?? 'device');
  const tally = await judge(readReporter(args.value('reporter')), args.value('output'), async function* () {
    for await (const line of linesOf(file)) yield* report.line(line);
    yield* report.end();
  });
  return tally.passed ? 0 : 1;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
