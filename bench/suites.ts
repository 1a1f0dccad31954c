/**
 * `npm run bench -- suites`: what a case costs beside the start of a run, and what the parent process keeps of each.
 * Suites of trivial cases are run by the command; the starts of engine and command are measured in turns with them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../test/build/home.ts';
import { median } from './statistics.ts';

const SIZES = [1, 1000, 10_000];
const ROUNDS = 5;
/** The most a case may add, in milliseconds. */
const BAR = 1;
const launcher = join(HOME, 'test', 'bin', 'arkhost.js');
/** Loaded into the parent and into the engine process, of which only the parent runs the launcher. */
const reportMemory = `data:text/javascript,${encodeURIComponent(
  "if (process.argv[1]?.endsWith('arkhost.js')) process.on('exit', () => console.error(`peak ${process.resourceUsage().maxRSS}`));",
)}`;

interface Run {
  ms: number;
  /** Peak of the parent's memory, KiB. */
  peak: number;
}

/** Makes a project with one suite of `count` cases. */
function writeSuite(folder: string, count: number): string {
  const project = join(folder, `cases-${count}`);
  cpSync(join(HOME, 'examples', 'ui-driver'), project, { recursive: true });
  const tests = join(project, 'entry/src/ohosTest/ets/test');
  const cases = Array.from(
    { length: count },
    (_, index) =>
      `    it('case_${index}', 0, () => {\n      expect(${index} + 1).assertEqual(${index + 1});\n    });\n`,
  );
  writeFileSync(
    join(tests, 'Many.test.ets'),
    `import { describe, expect, it } from '@ohos/hypium';\nexport default function many() {\n  describe('Many', () => {\n${cases.join('')}  });\n}\n`,
  );
  writeFileSync(
    join(tests, 'List.test.ets'),
    "import many from './Many.test';\nexport default function testsuite() {\n  many();\n}\n",
  );
  return project;
}

/** Runs the suite once. Throws when not every case passed. */
function runSuite(project: string, count: number): Run {
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', reportMemory, launcher, 'test', project], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const ms = performance.now() - start;
  if (!stdout.includes(`\n${count} passed, 0 failed\n`)) {
    throw new Error(`the suite of ${count} cases did not pass:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  }
  return { ms, peak: Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? 0) };
}

const folder = mkdtempSync(join(tmpdir(), 'arkhost-bench-'));
try {
  const suites = SIZES.map((count) => ({ count, project: writeSuite(folder, count), runs: [] as Run[] }));
  // The first run of each fills the cache.
  for (const { project, count } of suites) runSuite(project, count);
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bare.push(performance.now() - start);
    for (const { project, count, runs } of suites) runs.push(runSuite(project, count));
  }
  const engine = median(bare);
  const least = median(suites[0]?.runs.map(({ ms }) => ms) ?? []);
  console.log(`start of the engine: ${engine.toFixed(0)} ms\n`);
  console.log(' cases       run   x engine   added by a case   peak of the parent');
  for (const { count, runs } of suites) {
    const ms = median(runs.map((run) => run.ms));
    const added = count === 1 ? '-' : `${((ms - least) / (count - 1)).toFixed(2)} ms`;
    const peak = `${(median(runs.map((run) => run.peak)) / 1024).toFixed(0)} MiB`;
    const cells = [`${ms.toFixed(0)} ms`.padStart(10), (ms / engine).toFixed(1).padStart(11), added.padStart(18)];
    console.log(`${String(count).padStart(6)}${cells.join('')}${peak.padStart(21)}`);
    if (count > 1 && (ms - least) / (count - 1) > BAR) console.log(`       over the bar of ${BAR} ms a case`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
