import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { findTool, run } from '../../checks/process.ts';

const LIMIT = { timeout: 20_000 };

test('run-keeps-both-streams-and-the-exit-code', LIMIT, async () => {
  const finished = await run('sh', ['-c', 'echo out; echo err >&2; exit 3'], { cwd: '/', timeout: 10_000 });
  assert.equal(finished.code, 3);
  assert.equal(finished.stdout, 'out\n');
  assert.match(finished.output, /err/);
});

test('run-passes-the-environment', LIMIT, async () => {
  const finished = await run('sh', ['-c', 'echo $SAMPLE'], { cwd: '/', env: { SAMPLE: 'given' }, timeout: 10_000 });
  assert.equal(finished.stdout, 'given\n');
});

test('run-kills-the-whole-group-at-the-time-limit', LIMIT, async () => {
  // The sleeping grandchild holds the pipe: only killing it too lets the run end.
  const finished = await run('sh', ['-c', 'sleep 600 & echo $!; wait'], { cwd: '/', timeout: 300 });
  assert.equal(finished.code, null);
  assert.match(finished.output, /stopped after 0\.3 s/);
});

test('run-rejects-when-the-program-does-not-exist', LIMIT, async () => {
  await assert.rejects(run('/nowhere/tool', [], { cwd: '/', timeout: 1000 }), { code: 'ENOENT' });
});

test('find-tool-takes-the-first-name-that-is-executable', LIMIT, (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-tools-'));
  const path = process.env['PATH'];
  context.after(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'plain'), '');
  writeFileSync(join(folder, 'tool'), '#!/bin/sh\n');
  chmodSync(join(folder, 'tool'), 0o755);
  process.env['PATH'] = folder;
  assert.equal(findTool('missing', 'plain', 'tool'), join(folder, 'tool'));
  assert.equal(findTool('missing'), undefined);
});
