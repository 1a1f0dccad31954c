import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import type { Outcome } from '../../checks/check.ts';

const LIMIT = { timeout: 60_000 };
const MODULE = new URL('../../checks/specs.ts', import.meta.url).href;

/** Runs spec files of these texts in another process, because node:test runs nothing inside of one of its own tests. */
function runTexts(context: TestContext, texts: string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-specs-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const files = texts.map((text, index) => {
    const file = join(folder, `${index}.spec.mjs`);
    writeFileSync(file, `import test from 'node:test';\n${text}`);
    return file;
  });
  const runner = join(folder, 'runner.mjs');
  const call = `await runSpecFiles(${JSON.stringify(files)})`;
  writeFileSync(
    runner,
    `import { runSpecFiles } from ${JSON.stringify(MODULE)};\nconsole.log(JSON.stringify(${call}));\n`,
  );
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const output = execFileSync(process.execPath, [runner], { encoding: 'utf8', env });
  return JSON.parse(output) as Outcome;
}

test('run-spec-files-counts-passes-failures-and-skips', LIMIT, (context) => {
  const outcome = runTexts(context, [
    "test('good', () => {});\ntest('left out', { skip: true }, () => {});\n",
    "test('broken', () => { throw new Error('cracked bell'); });\n",
  ]);
  assert.deepEqual([outcome.passed, outcome.failed, outcome.skipped], [1, 1, 1]);
  assert.match(outcome.output, /cracked bell/);
});

test('run-spec-files-counts-a-file-that-cannot-be-loaded-as-a-failure', LIMIT, (context) => {
  const outcome = runTexts(context, ["import './missing.mjs';\ntest('never', () => {});\n"]);
  assert.deepEqual([outcome.passed, outcome.failed], [0, 1]);
  assert.match(outcome.output, /Cannot find module .*missing\.mjs/);
});

test('run-spec-files-counts-a-file-that-dies-as-a-failure', LIMIT, (context) => {
  const outcome = runTexts(context, ["test('dies', () => { process.kill(process.pid, 'SIGKILL'); });\n"]);
  assert.equal(outcome.passed, 0);
  assert.notEqual(outcome.failed, 0);
});
