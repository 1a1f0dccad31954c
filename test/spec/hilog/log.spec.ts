/** libhilog_ndk.z.so: formatting, levels, the callback and the order of the log. Each test runs in a process of its own. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { buildModules, runScript } from '../napi/harness/modules.ts';
import type { TestModules } from '../napi/harness/modules.ts';

const LIMIT = { timeout: 60_000 };

let modules: TestModules;
before(
  async () => {
    modules = await buildModules(join(import.meta.dirname, 'modules'));
  },
  { timeout: 900_000 },
);

/** What a script prints as JSON; in it, `log` is the module and `texts()` gives all messages so far. */
async function result(script: string, env?: Record<string, string>): Promise<unknown> {
  const head = `
    const log = load('hilog_tests');
    const texts = () => bridge.logRead(0).map((line) => line.message);
    const show = (value) => console.log(JSON.stringify(value));`;
  const { stdout, stderr, code } = await runScript(modules, head + script, env);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

test('format: every conversion, public and private', LIMIT, async () => {
  const rows = (await result('show(log.formats())')) as [string, string, string][];
  assert.ok(rows.length > 70);
  const wrong = rows.filter(([, actual, expected]) => actual !== expected);
  assert.deepEqual(wrong, []);
});

test('macros: domain and tag are those at their use', LIMIT, async () => {
  const lines = await result(
    'log.macros(); show(bridge.logRead(0).map(({ level, domain, tag, message }) => [level, domain, tag, message]))',
  );
  assert.deepEqual(lines, [
    [4, 0x3200, 'HilogTests', 'info 2'],
    [5, 0x3200, 'HilogTests', 'warn three'],
    [6, 0x3200, 'HilogTests', 'error'],
    [7, 0x3200, 'HilogTests', 'fatal'],
    [4, 0x3200, 'Another', 'redefined'],
  ]);
});

test('print: gives the number of bytes', LIMIT, async () => {
  assert.deepEqual(await result(`show([log.print(4, 0, 'T', 'text'), log.printMessage('内存')])`), [4, 6]);
});

test('print: missing arguments', LIMIT, async () => {
  assert.deepEqual(await result('show([...log.edges(), ...texts()])'), [-1, 6, -1, 2, 'no tag', 'te']);
});

test('print: 4095 bytes are kept', LIMIT, async () => {
  const script = `show([log.print(4, 0, 'T', 'x'.repeat(5000)), log.printMessage('y'.repeat(5000)), ...texts().map((text) => text.length)])`;
  assert.deepEqual(await result(script), [4095, 4095, 4095, 4095]);
});

test('print: 31 bytes of the tag are kept', LIMIT, async () => {
  const script = `log.print(4, 0, 't'.repeat(40), 'text'); show(bridge.logRead(0)[0].tag)`;
  assert.equal(await result(script), 't'.repeat(31));
});

test('print_msg: the text is taken as it is', LIMIT, async () => {
  assert.deepEqual(await result(`log.printMessage('100% %d %{public}s'); show(texts())`), ['100% %d %{public}s']);
});

test('print_msg_by_len: lengths end tag and text', LIMIT, async () => {
  const script = `
    show([log.printByLength('TagAndMore', 3, 'text and more', 4), bridge.logRead(0)[0].tag, texts()[0],
      log.printByLength('T', 10, 'short', 100)])`;
  assert.deepEqual(await result(script), [4, 'Tag', 'text', 5]);
});

test('domain: 0xFFFF is the last that prints', LIMIT, async () => {
  const script = `
    show([log.print(4, 0xFFFF, 'T', 'last'), log.print(4, 0x10000, 'T', 'beyond'),
      log.isLoggable(0xFFFF, 'T', 4), log.isLoggable(0x10000, 'T', 4), texts()])`;
  assert.deepEqual(await result(script), [
    4,
    -1,
    true,
    false,
    ['last', 'hilog: domain 0x10000 is outside 0x0 to 0xFFFF, a device does not print its lines (tag "T")'],
  ]);
});

test('level: DEBUG is filtered by default', LIMIT, async () => {
  const script = `
    show([log.print(3, 0, 'T', 'debug'), log.isLoggable(0, 'T', 3), log.isLoggable(0, 'T', 4), log.isLoggable(0, 'T', 2),
      log.isLoggable(0, 'T', 8), log.print(8, 0, 'T', 'beyond'), texts()])`;
  assert.deepEqual(await result(script), [-1, false, true, false, false, -1, []]);
});

test('level: the environment sets the system level', LIMIT, async () => {
  const script = `show([log.print(3, 0, 'T', 'debug'), log.isLoggable(0, 'T', 3)])`;
  assert.deepEqual(await result(script, { ARKHOST_HILOG_LEVEL: 'D' }), [5, true]);
  assert.deepEqual(await result(script, { ARKHOST_HILOG_LEVEL: 'ERROR' }), [-1, false]);
});

test('set_min_level: raises, and does not lower the system level', LIMIT, async () => {
  const script = `
    const seen = [];
    for (const level of [6, 3, 99]) { log.setMinLevel(level); seen.push([3, 4, 5, 6].map((each) => log.isLoggable(0, 'T', each))); }
    show(seen)`;
  assert.deepEqual(await result(script), [
    [false, false, false, true],
    [false, true, true, true],
    [false, true, true, true],
  ]);
});

test('set_level: prefers more lines, fewer lines, or nothing', LIMIT, async () => {
  const script = `
    const seen = [];
    for (const [level, prefer] of [[3, 2], [6, 2], [3, 1], [6, 1], [6, 0]]) {
      log.setLevel(level, prefer);
      seen.push([3, 4, 5, 6].map((each) => log.isLoggable(0, 'T', each)));
    }
    show(seen)`;
  assert.deepEqual(await result(script), [
    [true, true, true, true],
    [false, true, true, true],
    [false, true, true, true],
    [false, false, false, true],
    [false, true, true, true],
  ]);
});

test('callback: gets filtered, formatted, masked lines', LIMIT, async () => {
  const script = `
    log.capture(1);
    log.print(3, 0, 'T', 'filtered');
    log.secret();
    log.print(5, 0x12, 'T', 'warned');
    bridge.logWrite(4, 0x3200, 'ArkTS', 'of ArkTS');
    show(log.captured())`;
  assert.deepEqual(await result(script), [
    [4, 0x3200, 'HilogTests', '<private> and shown'],
    [5, 0x12, 'T', 'warned'],
    [4, 0x3200, 'ArkTS', 'of ArkTS'],
  ]);
});

test('callback: removed by NULL, and normal output continues', LIMIT, async () => {
  const script = `
    log.capture(1); log.print(4, 0, 'T', 'one'); const seen = log.captured().length;
    log.capture(0); log.print(4, 0, 'T', 'two');
    show([seen, log.captured().length, texts()])`;
  assert.deepEqual(await result(script), [1, 0, ['one', 'two']]);
});

test('callback: one that logs is not called for its own lines', LIMIT, async () => {
  const script = `log.capture(2); log.print(4, 0, 'T', 'one'); show([log.captured().map((line) => line[3]), texts()])`;
  assert.deepEqual(await result(script), [['one'], ['one', 'from the callback']]);
});

test('callback: runs on the thread that logs', LIMIT, async () => {
  assert.equal(await result(`log.capture(1); show(log.onThread('text'))`), true);
});

test('order: one log for native and ArkTS lines', LIMIT, async () => {
  const script = `
    log.print(4, 0, 'T', 'native'); bridge.logWrite(6, 0x3200, 'ArkTS', 'script'); log.onThread('thread');
    const lines = bridge.logRead(0);
    show([lines.map((line) => line.sequence), texts(), bridge.logRead(1).length, lines[2].tid === lines[0].tid, lines[0].pid === process.pid])`;
  assert.deepEqual(await result(script), [[1, 2, 3], ['native', 'script', 'thread'], 2, false, true]);
});

test('order: lines of one thread stay in order among many', LIMIT, async () => {
  const script = `
    log.many(4, 500);
    const next = [0, 0, 0, 0];
    const inOrder = texts().every((text) => { const [thread, line] = text.split(':').map(Number); return next[thread]++ === line; });
    const times = bridge.logRead(0).map((line) => line.timeMs);
    show([inOrder, next, times.every((time, index) => index === 0 || time >= times[index - 1])])`;
  assert.deepEqual(await result(script), [true, [500, 500, 500, 500], true]);
});

test('buffer: the oldest lines go when it is full', LIMIT, async () => {
  const script = `
    const text = 'x'.repeat(4000);
    for (let line = 0; line < 5000; line++) log.print(4, 0, 'T', text);
    const kept = bridge.logRead(0);
    show([kept.length + bridge.logDropped(), kept.at(-1).sequence, bridge.logDropped() > 0])`;
  assert.deepEqual(await result(script), [5000, 5000, true]);
});

test('clear: forgets lines, and sequence numbers go on', LIMIT, async () => {
  const script = `
    log.print(4, 0, 'T', 'one'); bridge.logClear(); log.print(4, 0, 'T', 'two');
    show(bridge.logRead(0).map((line) => [line.sequence, line.message]))`;
  assert.deepEqual(await result(script), [[2, 'two']]);
});

test('format_line: is the line of hilog', LIMIT, async () => {
  const script = `
    const line = { sequence: 1, timeMs: Date.UTC(2026, 0, 2, 3, 4, 5, 67), pid: 123, tid: 12345, type: 0, level: 5, domain: 0x3200, tag: 'Tag', message: 'a: b' };
    show([bridge.logFormatLine(line), bridge.logFormatLine({ ...line, type: 3, level: 6, domain: 0xD003900, message: 'one\\ntwo\\n' })])`;
  assert.deepEqual(await result(script, { TZ: 'UTC' }), [
    '01-02 03:04:05.067   123 12345 W A03200/Tag: a: b',
    '01-02 03:04:05.067   123 12345 E C03900/Tag: one\n01-02 03:04:05.067   123 12345 E C03900/Tag: two',
  ]);
});
