/** The runner of the native tests gives every case its own verdict, whatever becomes of the process. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TestBuild } from './harness/build.ts';
import { GroupRun, listCases, runAlone } from './harness/runner.ts';
import type { IndexedCase } from './harness/runner.ts';

const LIMIT = { timeout: 60_000 };

// Stands in for the bridge: the "native" tests are functions here. The library's path selects the behaviour of loading.
const BRIDGE = `
const { appendFileSync } = require('node:fs');
let sink;
const say = (text) => { process.stderr.write(text + '\\n'); process.abort(); };
const bodies = {
  passes: () => [],
  fails: () => ['strings.test.cc:7: length is 3, expected 4'],
  crashes: () => process.kill(process.pid, 'SIGSEGV'),
  hangs: () => { for (;;); },
  aborts: () => say('the last words'),
  logs: () => { appendFileSync(sink, 'the last line of the log\\n'); process.abort(); },
  leaves: () => process.exit(0),
};
const names = Object.keys(bodies);
module.exports = {
  logOpenSink: (path) => { sink = path; },
  installCrashHandler: () => undefined,
  loadModule: (library) => {
    if (library === 'broken') throw new Error('cannot load broken');
    return {
      list: () => names.map((name) => ({ group: 'fake', name, kind: 'plain', expected: '' })),
      run: (index) => bodies[names[index]](),
    };
  },
};
`;

let folder = '';
let build: TestBuild = { library: 'fine', bridge: '' };
let cases: Record<string, IndexedCase> = {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arkhost-runner-spec-'));
  build = { library: 'fine', bridge: join(folder, 'bridge.cjs') };
  await writeFile(build.bridge, BRIDGE);
  cases = Object.fromEntries((await listCases(build)).map((entry) => [entry.name, entry]));
}, LIMIT);
after(() => rm(folder, { recursive: true, force: true }));

function entry(name: string, change: Partial<IndexedCase> = {}): IndexedCase {
  const found = cases[name];
  assert.ok(found !== undefined, name);
  return { ...found, ...change };
}

async function verdicts(names: string[], limit = 30_000): Promise<Record<string, string>> {
  const run = new GroupRun(
    { ...build, limit },
    names.map((name) => entry(name)),
  );
  const results: Record<string, string> = {};
  for (const name of names) results[name] = (await run.result(entry(name).index)).join('\n');
  return { ...results, end: (await run.ended) ?? '' };
}

test('GroupRun: passes failure texts on', LIMIT, async () => {
  const result = await verdicts(['passes', 'fails']);
  assert.deepEqual(result, { passes: '', fails: 'strings.test.cc:7: length is 3, expected 4', end: '' });
});

test('GroupRun: a crash fails its case, and the rest goes on', LIMIT, async () => {
  const result = await verdicts(['passes', 'crashes', 'fails']);
  assert.match(result['crashes'] ?? '', /^the process ended in this case: SIGSEGV/);
  assert.match(result['fails'] ?? '', /length is 3/);
  assert.equal(result['passes'], '');
});

test('GroupRun: a crash of the last case ends the run', LIMIT, async () => {
  const result = await verdicts(['passes', 'aborts']);
  assert.match(result['aborts'] ?? '', /SIGABRT[^]*the last words/);
  assert.equal(result['end'], '');
});

test('GroupRun: a case that hangs is stopped, and the rest goes on', LIMIT, async () => {
  const result = await verdicts(['hangs', 'passes'], 8000);
  assert.match(result['hangs'] ?? '', /stopped after 8 s without a result/);
  assert.equal(result['passes'], '');
});

test('GroupRun: a case that ends the process is a failure, even with exit code 0', LIMIT, async () => {
  assert.match((await verdicts(['leaves']))['leaves'] ?? '', /the process ended in this case: exit code 0/);
});

test('GroupRun: a library that cannot be loaded fails every case', LIMIT, async () => {
  const run = new GroupRun({ ...build, library: 'broken' }, [entry('passes'), entry('fails')]);
  for (const name of ['passes', 'fails']) {
    assert.match((await run.result(entry(name).index)).join('\n'), /cannot load broken/);
  }
});

test('listCases: a library that cannot be loaded is an error with its reason', LIMIT, async () => {
  await assert.rejects(listCases({ ...build, library: 'broken' }), /cannot be listed[^]*cannot load broken/);
});

test('runAlone: a fatal case passes when the process aborts with its text', LIMIT, async () => {
  assert.deepEqual(await runAlone(build, entry('aborts', { kind: 'fatal', expected: 'the last words' })), []);
  assert.deepEqual(await runAlone(build, entry('logs', { kind: 'fatal', expected: 'the last line' })), []);
});

test('runAlone: a fatal case fails when the text is another', LIMIT, async () => {
  const failures = await runAlone(build, entry('aborts', { kind: 'fatal', expected: 'other words' }));
  assert.match(failures.join('\n'), /neither standard error nor the log shows "other words"/);
});

test('runAlone: a fatal case fails when the process goes on, or ends in another way', LIMIT, async () => {
  const passes = await runAlone(build, entry('passes', { kind: 'fatal', expected: '' }));
  assert.match(passes.join('\n'), /should have aborted and went on/);
  const leaves = await runAlone(build, entry('leaves', { kind: 'fatal', expected: '' }));
  assert.match(leaves.join('\n'), /should have aborted: exit code 0/);
});

test('runAlone: a case of its own process fails with its texts, or when the process dies', LIMIT, async () => {
  assert.deepEqual(await runAlone(build, entry('passes', { kind: 'alone' })), []);
  assert.equal((await runAlone(build, entry('fails', { kind: 'alone' }))).length, 1);
  assert.match((await runAlone(build, entry('crashes', { kind: 'alone' }))).join('\n'), /SIGSEGV/);
});
