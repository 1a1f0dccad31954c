import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { listFiles } from '../../checks/files.ts';

const LIMIT = { timeout: 20_000 };

function makeRepository(context: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'arkhost-files-'));
  context.after(() => rmSync(root, { recursive: true }));
  execFileSync('git', ['init', '-q', root]);
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, '.gitignore'), 'out/\n');
  for (const file of ['a/1.ets', 'a/b/2.ets', 'a/b/3.ts', 'out/4.ets', '5.ets']) {
    writeFileSync(join(root, file), '');
  }
  return root;
}

test('list-files-takes-new-files-at-any-depth-and-leaves-out-ignored-ones', LIMIT, async (context) => {
  const root = makeRepository(context);
  assert.deepEqual(await listFiles(root, ['**/*.ets']), ['5.ets', 'a/1.ets', 'a/b/2.ets']);
  assert.deepEqual(await listFiles(root, ['a/**/*.ets', 'a/**/*.ts']), ['a/1.ets', 'a/b/2.ets', 'a/b/3.ts']);
});

test('list-files-leaves-out-tracked-files-that-are-gone', LIMIT, async (context) => {
  const root = makeRepository(context);
  execFileSync('git', ['-C', root, 'add', '.']);
  unlinkSync(join(root, 'a', '1.ets'));
  assert.deepEqual(await listFiles(root, ['a/**/*.ets']), ['a/b/2.ets']);
});

test('list-files-says-that-it-needs-git', LIMIT, async (context) => {
  const root = mkdtempSync(join(tmpdir(), 'arkhost-files-'));
  context.after(() => rmSync(root, { recursive: true }));
  await assert.rejects(listFiles(root, ['**/*']), /the checks need a Git working tree/);
});
