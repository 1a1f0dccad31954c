import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isReporterName, reporterNames } from '../../report/reporters.ts';
import { report, run, testCase } from './events.ts';

const stack = `at f (${import.meta.filename}:1:8)`;
const events = run(
  testCase(['Outer'], 'good'),
  testCase(['Outer', 'Inner'], 'bad', 'fail', { failure: { message: 'expect 1 equals 2', stack } }),
  testCase(['Outer', 'Inner'], 'dead', 'crash', { failure: { message: 'ended by SIGSEGV' } }),
  { type: 'output', stream: 'stdout', text: 'half a line' },
  testCase(['Second'], 'left', 'skip', { failure: { message: 'not today' } }),
  testCase(['Second'], 'noted', 'pass', { findings: ['VM 1: 2 references left open by this case'] }),
);

describe('spec reporter', () => {
  it('indents suites and marks cases', async () => {
    const lines = (await report('spec', events)).split('\n');
    assert.ok(lines.includes('▶ Outer'));
    assert.ok(lines.includes('  ✔ good (1.5 ms)'));
    assert.ok(lines.includes('  ▶ Inner'));
    assert.ok(lines.includes('    ✖ bad (1.5 ms)'));
    assert.ok(lines.includes('    ✖ dead [crash] (1.5 ms)'));
    assert.ok(lines.includes('  ﹣ left [skip] (1.5 ms)'));
  });

  it('opens a suite once', async () => {
    const text = await report('spec', events);
    assert.equal(text.match(/▶ Inner/g)?.length, 1);
  });

  it('shows failures again at the end, with the code and the stack', async () => {
    const text = await report('spec', events);
    const end = text.slice(text.indexOf('what failed'));
    assert.match(end, /✖ Outer › Inner › bad\n {4}expect 1 equals 2\n/);
    assert.match(end, /> 1 \| import assert from 'node:assert\/strict';\n {8}\| {8}\^/);
    assert.ok(end.includes(stack));
    assert.match(end, /✖ Outer › Inner › dead \[crash\]\n {4}ended by SIGSEGV/);
  });

  it('shows the code of the user, not of the host NDK that aborted', async () => {
    const frames = `at jsvm::Fatal (/clone/test/ndk/jsvm/core/fatal.cc:20)\nat f (${import.meta.filename}:2:1)`;
    const failure = { message: 'ended by SIGABRT', stack: frames };
    assert.match(
      await report('spec', run(testCase(['S'], 'a', 'crash', { failure }))),
      /> 2 \| import \{ describe, it \}/,
    );
  });

  it('prints findings of passing cases as notes', async () => {
    assert.match(await report('spec', events), /note: VM 1: 2 references left open/);
  });

  it('does not glue its lines to the output of the module', async () => {
    assert.match(await report('spec', events), /half a line\n▶ Second\n/);
  });

  it('has the totals alone on a line', async () => {
    assert.ok((await report('spec', events)).split('\n').includes('2 passed, 2 failed, 1 skipped'));
    assert.ok((await report('spec', run(testCase(['S'], 'a')))).split('\n').includes('1 passed, 0 failed'));
  });

  it('has no colours where there is no terminal', async () => {
    assert.doesNotMatch(await report('spec', events), /\u001b/);
  });

  it('keeps a bounded number of failures', async () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      testCase(['S'], `case${index}`, 'fail', { failure: { message: 'x' } }),
    );
    const text = await report('spec', run(...many));
    assert.match(text, /\.\.\. and 50 more/);
    assert.match(text, /0 passed, 150 failed/);
  });
});

describe('tap reporter', () => {
  it('nests suites and numbers cases', async () => {
    const text = await report('tap', events);
    assert.match(text, /^TAP version 13\n# Subtest: Outer\n {4}# Subtest: good\n {4}ok 1 - good\n/);
    assert.match(text, /\n {8}not ok 1 - bad\n/);
    assert.match(text, /\n {8}not ok 2 - dead\n/);
    assert.match(text, /\n {8}1\.\.2\n {4}not ok 2 - Inner\n/);
    assert.match(text, /\n {4}ok 1 - left # SKIP not today\n/);
    assert.match(text, /\n1\.\.2\n/);
    assert.match(text, /# 2 passed, 2 failed, 1 skipped\n$/);
  });

  it('has the message and no frames of the reporter', async () => {
    const text = await report('tap', events);
    assert.match(text, /error: 'expect 1 equals 2'/);
    assert.doesNotMatch(text, /node-reporter/);
  });
});

describe('junit reporter', () => {
  it('has suites, cases, failures and skips', async () => {
    const text = await report('junit', events);
    assert.match(text, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<testsuites>/);
    assert.match(text, /<testsuite name="Outer"[^>]* tests="2" failures="\d" skipped="0"/);
    assert.match(text, /<testcase name="good"/);
    assert.match(text, /<failure type="testCodeFailure" message="expect 1 equals 2">/);
    assert.match(text, /message="crash: ended by SIGSEGV"/);
    assert.match(text, /<skipped type="skipped" message="not today"\/>/);
    assert.match(text, /<\/testsuites>\n/);
  });

  it('escapes what XML does not allow', async () => {
    const failure = { message: '<b> & "c"' };
    const text = await report('junit', run(testCase(['S'], 'a', 'fail', { failure })));
    assert.match(text, /message="&lt;b> &amp; &quot;c&quot;"/);
  });

  it('has a failure that belongs to no case', async () => {
    const text = await report('junit', run({ type: 'run-error', failure: { message: 'no tests ran' } }));
    assert.match(text, /<testcase name="run of entry"[^>]*failure="no tests ran"/);
  });
});

describe('json reporter', () => {
  it('writes each event as it is, then a summary', async () => {
    const lines = (await report('json', events))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(lines.slice(0, -1), events);
    assert.deepEqual(lines.at(-1), {
      type: 'summary',
      passed: 2,
      failed: 2,
      skipped: 1,
      runs: 1,
      duration: 20,
      ok: false,
    });
  });
});

describe('reporter names', () => {
  it('are the ones that createReporter makes', async () => {
    for (const name of reporterNames) assert.notEqual(await report(name, run(testCase(['S'], 'a'))), '');
    assert.equal(isReporterName('spec'), true);
    assert.equal(isReporterName('nothing'), false);
  });
});
