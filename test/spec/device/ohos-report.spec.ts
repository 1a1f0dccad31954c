import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OhosReport } from '../../device/ohos-report.ts';
import type { ExpectedCase } from '../../device/ohos-report.ts';
import type { CaseEnd, TestEvent } from '../../report/events.ts';
import { Tally } from '../../report/verdict.ts';
import { caseText, runText, startOf } from './report-text.ts';

const limit = { timeout: 20_000 };

interface Read {
  events: TestEvent[];
  passed: boolean;
  cases: CaseEnd[];
  errors: string[];
}

function read(text: string, expected?: ExpectedCase[]): Read {
  const report = new OhosReport('entry', expected);
  const events = [...text.split('\n').flatMap((line) => [...report.line(line)]), ...report.end()];
  const tally = new Tally();
  events.forEach((event) => tally.add(event));
  return {
    events,
    passed: tally.passed,
    cases: events.filter((event) => event.type === 'case-end'),
    errors: events.filter((event) => event.type === 'run-error').map((event) => event.failure.message),
  };
}

const one = { suite: 'Sums', name: 'one', code: 0, duration: 4 };
const green = runText(caseText(one), '1, Failure: 0, Error: 0, Pass: 1, Ignore: 0');

describe('the report of a device', limit, () => {
  it('text-of-a-passing-run-passes', () => {
    const { events, passed } = read(green);
    assert.ok(passed);
    assert.deepEqual(events, [
      { type: 'run-start', module: 'entry' },
      { type: 'case-start', suite: ['Sums'], name: 'one' },
      { type: 'case-end', suite: ['Sums'], name: 'one', verdict: 'pass', duration: 4 },
      { type: 'run-end', duration: 25 },
    ]);
  });

  it('text-with-carriage-returns-of-hdc-means-the-same', () => {
    assert.deepEqual(read(green.replaceAll('\n', '\r\n')), read(green));
  });

  it('case-with-a-failed-assertion-has-message-and-stack-of-several-lines', () => {
    const failing = { ...one, code: -2, message: 'expect 1 equals 2', stack: 'at Sums.test.ets:3:5\n    at hypium' };
    const { passed, cases } = read(runText(caseText(failing), '1, Failure: 1, Error: 0, Pass: 0, Ignore: 0'));
    assert.ok(!passed);
    const failure = { message: 'expect 1 equals 2', stack: 'at Sums.test.ets:3:5\n    at hypium' };
    assert.deepEqual(cases, [
      { type: 'case-end', suite: ['Sums'], name: 'one', verdict: 'fail', duration: 4, failure },
    ]);
  });

  it('run-with-errors-only-fails-though-its-code-is-0', () => {
    const failing = { ...one, code: -1, message: 'boom' };
    const { passed, cases } = read(runText(caseText(failing), '1, Failure: 0, Error: 1, Pass: 0, Ignore: 0'));
    assert.ok(!passed);
    assert.equal(cases[0]?.verdict, 'error');
  });

  it('case-over-its-time-limit-is-a-timeout', () => {
    const late = { ...one, code: -1, message: 'execute timeout 5000ms' };
    const { cases } = read(runText(caseText(late), '1, Failure: 0, Error: 1, Pass: 0, Ignore: 0'));
    assert.equal(cases[0]?.verdict, 'timeout');
  });

  it('case-that-is-skipped-is-neither-passed-nor-failed', () => {
    const skipped = caseText({ ...one, name: 'two', code: -3 });
    const { passed, cases } = read(
      runText([...caseText(one), ...skipped], '2, Failure: 0, Error: 0, Pass: 1, Ignore: 0, SkipSpec: 1'),
    );
    assert.ok(passed);
    assert.deepEqual(
      cases.map(({ verdict }) => verdict),
      ['pass', 'skip'],
    );
  });

  it('suites-in-suites-are-a-path', () => {
    const inner = caseText({ ...one, suite: 'Outer.Inner' });
    const { cases } = read(runText(inner, '1, Failure: 0, Error: 0, Pass: 1, Ignore: 0'));
    assert.deepEqual(cases[0]?.suite, ['Outer', 'Inner']);
  });

  it('output-between-the-pieces-of-a-case-is-output', () => {
    const noisy = caseText({ ...one, between: ['printed meanwhile'] });
    const { events, cases } = read(runText(noisy, '1, Failure: 0, Error: 0, Pass: 1, Ignore: 0'));
    assert.equal(cases[0]?.duration, 4);
    const printed = events.filter((event) => event.type === 'output').map((event) => event.text);
    assert.deepEqual(printed, ['printed meanwhile\n']);
  });

  it('application-that-died-is-a-crash-of-the-running-case', () => {
    const { passed, cases } = read(runText([...caseText(one), ...startOf('Sums', 'two')], '', -1, 'App died'));
    assert.ok(!passed);
    assert.deepEqual(
      cases.map(({ name, verdict }) => [name, verdict]),
      [
        ['one', 'pass'],
        ['two', 'crash'],
      ],
    );
  });

  it('expected-case-that-never-ran-is-missing', () => {
    const expected = ['one', 'two'].map((name) => ({ suite: ['Sums'], name }));
    const { passed, cases } = read(green, expected);
    assert.ok(!passed);
    assert.deepEqual(
      cases.map(({ name, verdict }) => [name, verdict]),
      [
        ['one', 'pass'],
        ['two', 'missing'],
      ],
    );
  });

  it('filter-that-matches-nothing-fails', () => {
    const { passed, errors } = read(runText([], '0, Failure: 0, Error: 0, Pass: 0, Ignore: 0'));
    assert.ok(!passed);
    assert.match(errors.join('\n'), /no tests ran/);
  });

  it('text-that-stops-fails', () => {
    const { passed, errors } = read(caseText(one).join('\n'));
    assert.ok(!passed);
    assert.deepEqual(errors, ['the run ended without a result']);
  });

  it('text-that-stops-within-the-end-of-a-case-fails-that-case', () => {
    const { passed, cases } = read([...startOf('Sums', 'one'), 'OHOS_REPORT_STATUS: class=Sums'].join('\n'));
    assert.ok(!passed);
    assert.deepEqual(
      cases.map(({ name, verdict }) => [name, verdict]),
      [['one', 'error']],
    );
  });

  it('empty-text-fails', () => {
    assert.ok(!read('').passed);
  });

  it('device-with-a-locked-screen-says-how-to-mend-it', () => {
    const { passed, errors } = read('user test started.\nerror: unlock screen failed in developer mode.\n');
    assert.ok(!passed);
    assert.match(errors.join('\n'), /refuses the run: unlock screen failed.*unlock the screen/);
  });

  it('test-ability-that-was-closed-says-how-to-mend-it', () => {
    const { errors } = read(runText(caseText(one), '', -2, 'TestAbility onDestroy unexpectedly!'));
    assert.match(
      errors.join('\n'),
      /TestAbility onDestroy unexpectedly! \(the test ability was closed: unlock the screen/,
    );
  });

  it('failing-hook-that-no-case-shows-fails', () => {
    const { passed, errors } = read(runText(caseText(one), '1, Failure: 0, Error: 1, Pass: 1, Ignore: 0'));
    assert.ok(!passed);
    assert.deepEqual(errors, ['the device counts 1 failures, and its report has 0']);
  });

  it('fewer-cases-than-the-device-counts-fails', () => {
    const { errors } = read(runText(caseText(one), '3, Failure: 0, Error: 0, Pass: 3, Ignore: 0'));
    assert.deepEqual(errors, ['the device counts 3 cases, and its report has 1']);
  });
});
