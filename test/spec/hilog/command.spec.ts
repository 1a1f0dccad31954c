/** The `hilog` command and the sink file it reads. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildModules, runScript } from '../napi/harness/modules.ts';
import type { TestModules } from '../napi/harness/modules.ts';

const LIMIT = { timeout: 60_000 };

let folder = '';
let sink = '';
let modules: TestModules;

before(
  async () => {
    modules = await buildModules(join(import.meta.dirname, 'modules'));
    folder = await mkdtemp(join(tmpdir(), 'arkhost-hilog-spec-'));
    sink = join(folder, 'log');
    const lines = `
      bridge.logOpenSink(${JSON.stringify(sink)});
      const log = load('hilog_tests');
      log.print(4, 0x3200, 'First', 'one'); log.print(5, 0x3201, 'Second', 'two'); log.print(6, 0x3200, 'First', 'three\\nlines\\nlong');`;
    assert.equal((await runScript(modules, lines, { TZ: 'UTC' })).code, 0);
  },
  { timeout: 900_000 },
);
after(() => rm(folder, { recursive: true, force: true }));

interface Output {
  stdout: string;
  stderr: string;
  code: number;
}

/** Runs the command on a sink; on none when `file` is empty. */
function hilog(args: string[], file: string = sink): Promise<Output> {
  const env: NodeJS.ProcessEnv = { ...process.env, TZ: 'UTC' };
  delete env['ARKHOST_HILOG_SINK'];
  if (file !== '') env['ARKHOST_HILOG_SINK'] = file;
  return new Promise((resolve) => {
    execFile(join(modules.sysroot, 'bin', 'hilog'), args, { env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, code: error === null ? 0 : Number(error.code ?? -1) });
    });
  });
}

/** The texts of the lines that a call shows. */
async function texts(...args: string[]): Promise<string[]> {
  const { stdout, code, stderr } = await hilog(args);
  assert.equal(code, 0, stderr);
  return stdout === ''
    ? []
    : stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(line.indexOf(': ') + 2));
}

test('sink: holds the lines of hilog', LIMIT, async () => {
  const lines = (await readFile(sink, 'utf8')).trimEnd().split('\n');
  assert.equal(lines.length, 5);
  assert.match(lines[0] ?? '', /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} +\d+ +\d+ I A03200\/First: one$/);
});

test('sink: a folder that is not there is an error', LIMIT, async () => {
  const { stderr } = await runScript(modules, `bridge.logOpenSink('/does/not/exist/log')`);
  assert.match(stderr, /cannot write the log to \/does\/not\/exist\/log: No such file or directory/);
});

test('hilog -x: shows all lines', LIMIT, async () => {
  assert.deepEqual(await texts('-x'), ['one', 'two', 'three', 'lines', 'long']);
});

test('hilog -T: tags, listed and excluded', LIMIT, async () => {
  assert.deepEqual(await texts('-x', '-T', 'Second'), ['two']);
  assert.deepEqual(await texts('-x', '-T', 'Second,First'), ['one', 'two', 'three', 'lines', 'long']);
  assert.deepEqual(await texts('-x', '-T', '^First'), ['two']);
});

test('hilog -D: domains in hexadecimal', LIMIT, async () => {
  assert.deepEqual(await texts('-x', '-D', '0x3201'), ['two']);
  assert.deepEqual(await texts('-x', '-D', '3201'), ['two']);
  assert.deepEqual(await texts('-x', '-D', '^0x3200'), ['two']);
});

test('hilog -L: levels', LIMIT, async () => {
  assert.deepEqual(await texts('-x', '-L', 'I,W'), ['one', 'two']);
  assert.deepEqual(await texts('-x', '--level=ERROR'), ['three', 'lines', 'long']);
});

test('hilog -t: types', LIMIT, async () => {
  assert.deepEqual(await texts('-x', '-t', 'core'), []);
  assert.equal((await texts('-x', '-t', 'app')).length, 5);
});

test('hilog -P: processes', LIMIT, async () => {
  const pid = (await readFile(sink, 'utf8')).split(/ +/)[2] ?? '';
  assert.equal((await texts('-x', '-P', pid)).length, 5);
  assert.deepEqual(await texts('-x', '-P', '1'), []);
});

test('hilog -e: a regular expression on the text', LIMIT, async () => {
  assert.deepEqual(await texts('-x', '-e', '^t(wo|hree)$'), ['two', 'three']);
});

test('hilog -a and -z: first and last lines', LIMIT, async () => {
  assert.deepEqual(await texts('-a', '2'), ['one', 'two']);
  assert.deepEqual(await texts('-z', '2'), ['lines', 'long']);
});

test('hilog -v: formats of the time', LIMIT, async () => {
  const first = async (...formats: string[]): Promise<string> =>
    (await hilog(['-a', '1', ...formats.flatMap((format) => ['-v', format])])).stdout;
  assert.match(await first('year'), /^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} /);
  assert.match(await first('usec'), /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{6} /);
  assert.match(await first('nsec'), /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{9} /);
  assert.match(await first('epoch'), /^\d{10}\.\d{3} /);
  assert.match(await first('monotonic'), /^\d+\.\d{3} /);
  assert.match(await first('zone'), /^\+0000 \d\d-\d\d /);
  assert.match(await first('color'), /^\u001b\[.*\u001b\[0m\n$/);
});

test('hilog: wrong options are named', LIMIT, async () => {
  for (const [args, message] of [
    [['-q'], /'-q' is not an option/],
    [['-x', '-L', 'X'], /'X' is not a level/],
    [['-x', '-D', 'zzz'], /'zzz' is not a hexadecimal domain/],
    [['-x', '-t', 'other'], /'other' is not a log type/],
    [['-a', '0'], /'0' is not a number of lines/],
    [['-x', '-e', '('], /is not a regular expression/],
    [['-T'], /'-T' needs a value/],
  ] as const) {
    const { stderr, code, stdout } = await hilog([...args]);
    assert.match(stderr, message);
    assert.equal(code, 1);
    assert.equal(stdout, '');
  }
});

test('hilog: without a run it says what is missing', LIMIT, async () => {
  const { stderr, code } = await hilog(['-x'], '');
  assert.equal(code, 1);
  assert.match(stderr, /ARKHOST_HILOG_SINK/);
});

test('hilog: a run that has not logged yet has no lines', LIMIT, async () => {
  assert.deepEqual(await hilog(['-x'], join(folder, 'not-yet')), { stdout: '', stderr: '', code: 0 });
});

test('hilog -r: clears what it shows', LIMIT, async () => {
  const file = join(folder, 'cleared');
  const script = `
    const { execSync } = require('node:child_process');
    bridge.logOpenSink(${JSON.stringify(file)});
    const log = load('hilog_tests');
    log.print(4, 0, 'T', 'before');
    execSync('hilog -r');
    log.print(4, 0, 'T', 'after');
    console.log(JSON.stringify(execSync('hilog -x | wc -l', { encoding: 'utf8' }).trim()));`;
  const { stdout, stderr } = await runScript(modules, script, { ARKHOST_HILOG_SINK: file });
  assert.equal(stdout, '"1"\n', stderr);
});

test('hilog -b, -p and -G: steer the running process', LIMIT, async () => {
  const file = join(folder, 'steered');
  const script = `
    const { execSync } = require('node:child_process');
    bridge.logOpenSink(${JSON.stringify(file)});
    const log = load('hilog_tests');
    const loggable = () => [log.isLoggable(0x3200, 'T', 3), log.isLoggable(0x3200, 'Other', 3), log.isLoggable(1, 'Other', 3)];
    const seen = [loggable()];
    execSync('hilog -b D -T T'); seen.push(loggable());
    execSync('hilog -b D -D 0x3200'); seen.push(loggable());
    execSync('hilog -b E'); seen.push(log.isLoggable(5, 'X', 5));
    execSync('hilog -b D'); seen.push(log.isLoggable(5, 'X', 3));
    log.secret(); execSync('hilog -p off'); log.secret(); execSync('hilog -p on'); log.secret();
    seen.push(bridge.logRead(0).map((line) => line.message));
    execSync('hilog -G 512K');
    seen.push(execSync('hilog -g', { encoding: 'utf8' }).trim());
    console.log(JSON.stringify(seen));`;
  const { stdout, stderr } = await runScript(modules, script, { ARKHOST_HILOG_SINK: file });
  assert.deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), [
    [false, false, false],
    [true, false, false],
    [true, true, false],
    false,
    true,
    ['<private> and shown', 'hidden and shown', '<private> and shown'],
    'Log buffer size is 512K',
  ]);
});

test('hilog: follows the log until it is stopped', LIMIT, async () => {
  const file = join(folder, 'followed');
  const script = `
    const { spawn } = require('node:child_process');
    bridge.logOpenSink(${JSON.stringify(file)});
    const log = load('hilog_tests');
    const reader = spawn('hilog', [], { stdio: ['ignore', 'pipe', 'inherit'] });
    let seen = '';
    reader.stdout.on('data', (data) => {
      seen += data;
      if (seen.includes('second')) { reader.kill(); console.log(JSON.stringify(seen.split('\\n').length - 1)); }
      else if (seen.includes('first')) log.print(4, 0, 'T', 'second');
    });
    log.print(4, 0, 'T', 'first');`;
  const { stdout, stderr } = await runScript(modules, script, { ARKHOST_HILOG_SINK: file });
  assert.equal(stdout, '2\n', stderr);
});
