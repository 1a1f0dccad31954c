/**
 * Runs the native tests and the sample's module under AddressSanitizer (with leak detection) and
 * UndefinedBehaviorSanitizer; with `--thread` the tests that use threads under ThreadSanitizer. Arguments: names of test
 * groups; without them all groups and the module run.
 * Exit code 0: no report; 1: a report or a failed test; 3: something is not installed.
 */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../build/process.ts';
import { GroupRun, listCases, runAlone } from '../spec/jsvm/harness/runner.ts';
import { buildSanitized, sanitizerEnvironment } from './build.ts';
import type { SanitizedBuild } from './build.ts';
import { findSanitizerTools } from './tools.ts';

/** Per case; everything is several times slower than without sanitizers. */
const LIMIT = 300_000;

/** The groups that use threads. */
const THREADED = ['threads', 'faults', 'misuse', 'lifecycle', 'handlers', 'trace', 'prepared', 'termination', 'exit'];

const threads = process.argv[2] === '--thread';
const named = process.argv.slice(threads ? 3 : 2);
const wanted = threads && named.length === 0 ? THREADED : named;
const tools = await findSanitizerTools(threads ? 'thread' : 'address');
if (typeof tools === 'string') {
  console.error(`npm run test:sanitize: the sanitizers are not installed. Try: ${tools}`);
  process.exit(3);
}
console.log('Building with sanitizers; the first time takes some minutes...');
const build = await buildSanitized(tools);
const folder = await mkdtemp(join(tmpdir(), 'arkhost-sanitize-'));
try {
  Object.assign(process.env, sanitizerEnvironment(tools, folder));
  const failures = [...(await runTests(build)), ...(wanted.length > 0 ? [] : await runModule(build))];
  for (const name of (await readdir(folder)).filter((file) => file.startsWith('report'))) {
    const report = await readFile(join(folder, name), 'utf8');
    // Without one of these it is a warning, such as of memory that a test asks for and does not get.
    if (/SUMMARY:|ERROR:|runtime error:/.test(report)) failures.push(report);
  }
  console.log(failures.length === 0 ? 'No report of the sanitizers.' : failures.join('\n'));
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function runTests({ bridge, tests }: SanitizedBuild): Promise<string[]> {
  const target = { library: tests, bridge, limit: LIMIT };
  const failures: string[] = [];
  const groups = Map.groupBy(await listCases(target), ({ group }) => group);
  const unknown = wanted.filter((name) => !groups.has(name));
  if (unknown.length > 0) throw new Error(`no group is called ${unknown.join(', ')}: ${[...groups.keys()].join(', ')}`);
  for (const [group, cases] of groups) {
    if (wanted.length > 0 && !wanted.includes(group)) continue;
    const before = failures.length;
    const plain = cases.filter(({ kind }) => kind === 'plain');
    const shared = new GroupRun(target, plain);
    for (const entry of cases) {
      const found = entry.kind === 'plain' ? await shared.result(entry.index) : await runAlone(target, entry);
      if (found.length > 0) failures.push(`${group}/${entry.name}: ${found.join('\n')}`);
    }
    const end = plain.length > 0 ? await shared.ended : undefined;
    if (end !== undefined) failures.push(`${group}: the process ended badly: ${end}`);
    console.log(`${group}: ${cases.length} tests, ${failures.length - before} failed`);
  }
  return failures;
}

async function runModule({ bridge, module }: SanitizedBuild): Promise<string[]> {
  const env = { ...process.env, LD_PRELOAD: process.env['ARKHOST_TEST_PRELOAD'] };
  const script = join(import.meta.dirname, 'module.ts');
  const { code, output } = await run(process.execPath, [script, bridge, module], { env });
  console.log(`libentry.so: ${code === 0 ? 'used without failure' : 'failed'}`);
  return code === 0 ? [] : [`libentry.so: exit code ${code}\n${output}`];
}
