import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import JSON5 from 'json5';
import { HOME } from '../../build/home.ts';
import type { CaseEnd, Verdict } from '../../report/events.ts';
import { limit, runExample } from './run-example.ts';
import type { ExampleRun } from './run-example.ts';

/** A row of `expected.json5`, which explains its keys. */
interface Expected {
  verdict: Verdict;
  says?: string;
  at?: string[];
  log?: string;
  note?: string;
  runError?: string;
  atEnd?: string;
}

const table = JSON5.parse<Record<string, Record<string, Expected>>>(
  readFileSync(join(HOME, 'examples/gallery/expected.json5'), 'utf8'),
);

/** The rooms that are run together. */
const rooms: Record<string, string[]> = {
  Crash: ['Crash'],
  Hang: ['Hang', '--case-timeout', '300'],
  Leak: ['Leak'],
  Misuse: ['Misuse'],
  Throw: ['Throw,ThrowInBeforeAll,ThrowInAfterAll,ThrowInBeforeEach,ThrowInAfterEach'],
  Lie: ['Lie,LieEmpty,LieNested,LieAsync,LieLast'],
};

/** A frame `(/path/file:line…)` whose line holds some code. */
function frameAt(stack: string, file: string, code: string): boolean {
  return stack.split('\n').some((frame) => {
    const [, path = '', line = ''] = /(\/[^\s():]+\.\w+):(\d+)(?::\d+)?\)?$/.exec(frame) ?? [];
    return basename(path) === file && readFileSync(path, 'utf8').split('\n')[Number(line) - 1]?.includes(code) === true;
  });
}

function check(expected: Expected, ended: CaseEnd, run: ExampleRun): void {
  const { message = '', stack = '' } = ended.failure ?? {};
  const told = `${message}\n${stack}`;
  assert.equal(ended.verdict, expected.verdict, told);
  assert.ok(message.includes(expected.says ?? ''), told);
  for (const frame of expected.at ?? []) {
    const [, file = '', code = ''] = /^(.*?): (.*)$/.exec(frame) ?? [];
    assert.ok(frameAt(stack, file, code), `no frame "${frame}" in\n${told}`);
  }
  if (expected.log !== undefined) {
    assert.ok(stack.split('last log lines:')[1]?.includes(expected.log) === true, told);
  }
  assert.ok((ended.findings ?? []).join('\n').includes(expected.note ?? ''), (ended.findings ?? []).join('\n'));
  const errors = run.errors.map((error) => error.failure.message);
  assert.ok(expected.runError === undefined || errors.join('\n').includes(expected.runError), errors.join('\n'));
  const notes = run.ends.flatMap((end) => end.findings ?? []);
  assert.ok(notes.join('\n').includes(expected.atEnd ?? ''), notes.join('\n'));
}

describe('examples/gallery', limit, async () => {
  const runs = Object.entries(rooms).map(([room, args]) => [room, runExample(['gallery'], '--only', ...args)] as const);
  for (const [room, running] of runs) {
    const run = await running;
    const suites = Object.entries(table).filter(([suite]) => suite.startsWith(room));
    const expected = new Map(
      suites.flatMap(([suite, cases]) =>
        Object.entries(cases).map(([name, row]) => [`${suite} › ${name}`, row] as const),
      ),
    );

    describe(room, () => {
      it('every case of the table is reported once, and no other', () => {
        assert.deepEqual([...run.cases.keys()].sort(), [...expected.keys()].sort(), run.stderr);
      });

      it('the command fails and counts', () => {
        assert.equal(run.code, 1);
        const passed = [...run.cases.values()].filter((ended) => ended.verdict === 'pass').length;
        const failed = run.cases.size - passed + run.errors.length;
        assert.match(run.stdout, new RegExp(`^${passed} passed, ${failed} failed$`, 'm'));
      });

      it('every failure of the run is expected', () => {
        const known = [...expected.values()].flatMap(({ runError }) => runError ?? []);
        for (const { failure } of run.errors) {
          assert.ok(
            known.some((text) => failure.message.includes(text)) || /came after all suites/.test(failure.message),
            failure.message,
          );
        }
      });

      for (const [name, row] of expected) {
        it(`${name}: ${row.verdict}`, () => {
          const ended = run.cases.get(name);
          assert.ok(ended !== undefined, `not reported; what was: ${[...run.cases.keys()].join(', ')}`);
          check(row, ended, run);
        });
      }
    });
  }
});
