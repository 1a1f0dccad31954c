/** `npm test`: runs the checks of the repository and prints how each ended. Started by test/bin/checks.js. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHECKS, selectChecks } from './catalog.ts';
import type { Check } from './check.ts';
import { formatResult, formatTotals } from './report.ts';
import { runChecks, sumOutcomes } from './runner.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const USAGE = `npm test -- [options]

  --only <names>  run only these checks, separated by commas; 'format' stands for all format checks
  --list          print the names of the checks
  --write         let the format checks mend what they find (npm run format)
  --help          print this

With ARKHOST_REQUIRE_ALL=1 a check that cannot run here is a failure.
Exit code: 0 everything passed, 1 something failed, 2 wrong arguments.
`;

/** Runs `npm test` with these arguments and returns the exit code. */
async function main(args: string[]): Promise<number> {
  let options: ReturnType<typeof readArguments>;
  let checks: Check[];
  try {
    options = readArguments(args);
    checks = selectChecks(options.only?.split(',').filter((name) => name !== ''));
  } catch (error) {
    console.error(`npm test: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  if (options.list) {
    console.log(CHECKS.map(({ name, title }) => `${name.padEnd(16)} ${title}`).join('\n'));
    return 0;
  }
  const context = { root: ROOT, write: options.write === true };
  const results = await runChecks(checks, context, process.env['ARKHOST_REQUIRE_ALL'] === '1', (result) =>
    console.log(formatResult(result)),
  );
  console.log(formatTotals(results));
  const { passed, failed } = sumOutcomes(results);
  // Nothing but skips is no proof of anything.
  return failed === 0 && passed > 0 ? 0 : 1;
}

function readArguments(args: string[]): { only?: string; list?: boolean; write?: boolean; help?: boolean } {
  return parseArgs({
    args,
    options: {
      only: { type: 'string' },
      list: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
}

process.exitCode = await main(process.argv.slice(2));
