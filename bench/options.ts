/** The command line of the benchmarks. */
import { parseArgs } from 'node:util';

export interface Options {
  filter: string;
  rounds: number;
  json: boolean;
  check: boolean;
  update: boolean;
  help: boolean;
}

export const USAGE = `npm run bench -- [options]
Measures libjsvm.so against Node-API and V8 for the same operations, in one process.

  --filter <text>  only operations whose group or name holds the text
  --rounds <n>     rounds of each operation (default 251)
  --json           results as JSON on standard output
  --check          compare with bench/baseline.json; exit code 1 when a ratio is more than 15 % worse
  --update         write the ratios to bench/baseline.json
  --help           this text

npm run bench -- suites measures what a case of a suite costs instead.`;

/** Reads the arguments. Throws an Error that names the wrong one. */
export function readOptions(args: string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      filter: { type: 'string', default: '' },
      rounds: { type: 'string', default: '251' },
      json: flag,
      check: flag,
      update: flag,
      help: flag,
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds takes a whole number from 1, not "${values.rounds}"`);
  }
  if (values.check && values.update) throw new Error('--check and --update exclude each other: give one of them');
  return { ...values, rounds };
}
