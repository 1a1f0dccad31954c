import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure, limit, runFixture, verdicts } from './support.ts';

describe('verdicts', limit, () => {
  it('passes cases of every shape: sync, async, done, nested', async () => {
    const report = await runFixture('passing');
    assert.deepEqual(verdicts(report), {
      'Outer › sync_case': 'pass',
      'Outer › async_case': 'pass',
      'Outer › done_case': 'pass',
      'Outer › json_case': 'pass',
      'Outer › Inner › nested_case': 'pass',
    });
    assert.deepEqual(report.errors, []);
    assert.match(report.output, /printed by nested_case/);
  });

  it('begins with the number of cases and ends with the end', async () => {
    const { events } = await runFixture('passing');
    assert.deepEqual(events[0], { type: 'run-start', module: 'entry', expected: 5 });
    assert.equal(events.at(-1)?.type, 'run-end');
  });

  it('charges a crash and an exit to their cases, and runs the rest', async () => {
    const report = await runFixture('crash');
    assert.deepEqual(verdicts(report), {
      'Crash › before_case': 'pass',
      'Crash › abort_case': 'crash',
      'Crash › after_case': 'pass',
      'Crash › exit_case': 'crash',
      'Crash › last_case': 'pass',
    });
    assert.match(failure(report, 'Crash › abort_case').message, /SIGABRT/);
    assert.match(failure(report, 'Crash › exit_case').message, /exited with code 3/);
  });

  it('cuts an asynchronous and an endless hang, and runs the rest', async () => {
    const report = await runFixture('hang', { parameters: { timeout: '200' }, caseTimeout: 1500 });
    assert.deepEqual(verdicts(report), {
      'Hang › async_case': 'timeout',
      'Hang › between_case': 'pass',
      'Hang › endless_case': 'timeout',
      'Hang › after_case': 'pass',
    });
    assert.match(failure(report, 'Hang › async_case').message, /execute timeout 200ms/);
    assert.match(failure(report, 'Hang › endless_case').message, /no progress within the time limit/);
  });

  it('charges exceptions and rejections that nobody catches to the case that caused them', async () => {
    const report = await runFixture('uncaught');
    assert.deepEqual(verdicts(report), {
      'Uncaught › before_case': 'pass',
      'Uncaught › timer_case': 'error',
      'Uncaught › rejection_case': 'error',
      'Uncaught › data_case': 'error',
      'Uncaught › undefined_case': 'error',
      'Uncaught › after_case': 'pass',
    });
    const timer = failure(report, 'Uncaught › timer_case');
    assert.match(timer.message, /uncaught exception: thrown in a timer/);
    assert.match(timer.stack, /uncaught\/List\.test\.ets:7:/);
    assert.match(failure(report, 'Uncaught › rejection_case').message, /unhandled rejection: nobody awaits/);
    assert.match(failure(report, 'Uncaught › data_case').message, /late failure/);
    assert.match(failure(report, 'Uncaught › undefined_case').message, /threw undefined/);
  });

  it('reports failing hooks, runs a skipped afterEach, and skips only the suite of a hook that ends the process', async () => {
    const report = await runFixture('hooks');
    assert.deepEqual(verdicts(report), {
      'FailingBeforeAll › marked_case': 'error',
      'FailingAfterAll › passing_case': 'pass',
      'SkippedAfterEach › failing_case': 'fail',
      'SkippedAfterEach › closed_case': 'pass',
      'CrashingBeforeAll › blocked_case': 'crash',
      'CrashingBeforeAll › Nested › blocked_nested_case': 'crash',
      'Last › last_case': 'pass',
    });
    const messages = report.errors.map((error) => error.failure.message);
    assert.equal(messages.length, 3);
    assert.match(messages[0] ?? '', /afterAll of FailingAfterAll: afterAll broke/);
    assert.match(messages[1] ?? '', /beforeAll of EmptySuite: beforeAll of nothing broke/);
    assert.match(messages[2] ?? '', /beforeAll of CrashingBeforeAll: .*code 7/);
  });

  it('is an error when the list registers nothing', async () => {
    const report = await runFixture('empty');
    assert.equal(report.cases.size, 0);
    assert.match(report.errors[0]?.failure.message ?? '', /no tests ran: the list registers no case/);
  });

  it('names the cases that were never run when the whole run is out of time', async () => {
    const report = await runFixture('hang', { parameters: { timeout: '60000' }, caseTimeout: 0, runTimeout: 3000 });
    assert.equal(report.cases.get('Hang › async_case')?.verdict, 'timeout');
    assert.equal(report.cases.get('Hang › after_case')?.verdict, 'missing');
  });

  it('finishes a suite of a thousand cases', async () => {
    const report = await runFixture('thousand');
    assert.equal(report.cases.size, 1000);
    assert.ok([...report.cases.values()].every((event) => event.verdict === 'pass'));
  });
});
