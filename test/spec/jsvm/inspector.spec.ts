/** A client of the DevTools protocol debugs a VM. The server itself is tested in inspector_server.spec.ts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildTests } from './harness/build.ts';
import { attach, enabled, spinWhile } from './inspector/attach.ts';
import { Client } from './inspector/client.ts';
import type { Fields } from './inspector/client.ts';
import { Debuggee, GENERIC_FAILURE, OK } from './inspector/debuggee.ts';

const build = await buildTests(process.env['ARKHOST_TEST_GROUP']);
const timeout = 60_000;

function topFrame(paused: Fields): Fields {
  const [frame] = paused['callFrames'] as Fields[];
  assert.ok(frame !== undefined);
  return frame;
}

describe('OH_JSVM_WaitForDebugger', () => {
  it('WaitForDebugger-answers-while-it-waits', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const client = await Client.connect(await debuggee.open(env));
    let returned = false;
    const waited = debuggee.call('wait', env, false).finally(() => (returned = true));
    assert.equal(await client.evaluate('6 * 7'), 42);
    assert.equal(returned, false);
    await client.call('Runtime.runIfWaitingForDebugger');
    assert.equal(await waited, OK);
    assert.equal(await debuggee.run(env, '"goes on"'), 'goes on');
  });

  it('WaitForDebugger-pauses-at-the-next-statement', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const waited = debuggee.call('wait', env, true);
    assert.equal(await waited, GENERIC_FAILURE, 'nothing to wait for before the inspector is open');
    const client = await Client.connect(await debuggee.open(env));
    const second = debuggee.call('wait', env, true);
    await client.call('Debugger.enable');
    await client.call('Runtime.runIfWaitingForDebugger');
    assert.equal(await second, OK);
    const result = debuggee.run(env, 'const first = 1;\nfirst + 1');
    const paused = await client.event('Debugger.paused');
    assert.equal(paused['reason'], 'Break on debugger attached');
    assert.equal((topFrame(paused)['location'] as Fields)['lineNumber'], 0);
    await client.call('Debugger.resume');
    assert.equal(await result, '2');
  });

  it('WaitForDebugger-goes-on-waiting-when-a-client-leaves', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const address = await debuggee.open(env);
    let returned = false;
    const waited = debuggee.call('wait', env, false).finally(() => (returned = true));
    const first = await Client.connect(address);
    assert.equal(await first.evaluate('1'), 1);
    await first.close();
    const second = await Client.connect(address);
    assert.equal(await second.evaluate('2'), 2);
    assert.equal(returned, false);
    await second.call('Runtime.runIfWaitingForDebugger');
    assert.equal(await waited, OK);
  });
});

describe('Messages of clients', () => {
  it('messages-interrupt-js-that-runs', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const result = debuggee.run(env, `globalThis.done = ""; ${spinWhile('done === ""')} done`);
    while ((await client.evaluate('typeof done')) !== 'string') continue;
    await client.evaluate('done = "told by the client"');
    assert.equal(await result, 'told by the client');
  });

  it('messages-are-read-when-the-message-loop-is-pumped', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { client } = await attach(debuggee);
    let value: unknown;
    const evaluated = client.evaluate('"pumped"').then((result) => (value = result));
    while (value === undefined) await debuggee.call('pump');
    assert.equal(await evaluated, 'pumped');
  });

  it('messages-keep-every-character', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const client = await Client.connect(await debuggee.open(env));
    void debuggee.call('wait', env, false);
    const text = 'a é ß \u0000 ő 中文 😀 \u2028 "quoted" \\';
    assert.equal(await client.evaluate(JSON.stringify(text)), text);
    assert.equal(await client.evaluate('"é".charCodeAt(0)'), 0xe9);
    assert.equal(await client.evaluate(`"${'x'.repeat(3_000_000)}".length`), 3_000_000);
    assert.equal(await client.evaluate('"\\ud800"'), '\ud800');
    assert.equal(((await client.evaluate('"ő".repeat(1000000)')) as string).length, 1_000_000);
  });

  it('malformed-messages-get-an-error', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const client = await Client.connect(await debuggee.open(env));
    void debuggee.call('wait', env, false);
    await assert.rejects(client.call('No.suchMethod'), /wasn't found/);
    await assert.rejects(client.call('Runtime.evaluate', { expression: 1 }), /Invalid parameters/);
    assert.equal(await client.evaluate('1'), 1);
  });
});

describe('Debugging', () => {
  it('a-breakpoint-pauses-shows-and-resumes', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const breakpoint = { url: 'file:///app/my%20script.js', lineNumber: 2 };
    const set = (waiting: Client): Promise<Fields> => waiting.call('Debugger.setBreakpointByUrl', breakpoint);
    const { env, client } = await attach(debuggee, set);
    const source = 'function area(width, height) {\n  const label = "area";\n  return width * height;\n}\narea(6, 7)';
    const result = debuggee.run(env, source, '/app/my script.js');
    const paused = await client.event('Debugger.paused');
    const frame = topFrame(paused);
    assert.equal((paused['hitBreakpoints'] as string[]).length, 1);
    assert.equal(frame['functionName'], 'area');
    assert.equal((frame['location'] as Fields)['lineNumber'], 2);
    const expression = 'width = 10, label + " " + width';
    const answer = await client.call('Debugger.evaluateOnCallFrame', { callFrameId: frame['callFrameId'], expression });
    assert.equal((answer['result'] as Fields)['value'], 'area 10');
    await client.call('Debugger.stepOut');
    assert.equal(topFrame(await client.event('Debugger.paused'))['functionName'], '');
    await client.call('Debugger.resume');
    assert.equal(await result, '70');
  });

  it('a-pause-stops-a-loop', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const result = debuggee.run(env, `globalThis.stop = false; ${spinWhile('!stop')} "stopped"`);
    while ((await client.evaluate('typeof stop')) !== 'boolean') continue;
    await client.call('Debugger.pause');
    await client.event('Debugger.paused');
    await client.evaluate('stop = true');
    await client.call('Debugger.resume');
    assert.equal(await result, 'stopped');
  });

  it('js-goes-on-when-the-client-leaves-in-a-pause', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, address, client } = await attach(debuggee);
    const result = debuggee.run(env, 'debugger; "gone on"');
    await client.event('Debugger.paused');
    await client.close();
    assert.equal(await result, 'gone on');
    const next = await enabled(debuggee, env, address);
    const again = debuggee.run(env, 'debugger; "again"');
    await next.event('Debugger.paused');
    await next.call('Debugger.resume');
    assert.equal(await again, 'again');
  });

  it('js-goes-on-when-the-client-leaves-in-a-pause-of-its-own-message', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const result = debuggee.run(env, `globalThis.seen = 0; ${spinWhile('seen < 2')} "seen " + seen`);
    while ((await client.evaluate('typeof seen')) !== 'number') continue;
    void client.call('Runtime.evaluate', { expression: 'debugger; seen = 2' });
    await client.event('Debugger.paused');
    await client.close();
    assert.equal(await result, 'seen 2');
  });

  it('two-clients-see-the-same-pause', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, address, client } = await attach(debuggee);
    const second = await enabled(debuggee, env, address);
    const result = debuggee.run(env, 'debugger; "done"');
    await client.event('Debugger.paused');
    await second.event('Debugger.paused');
    await client.close();
    await second.call('Debugger.resume');
    assert.equal(await result, 'done');
  });

  it('a-heap-snapshot-reaches-the-client', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const client = await Client.connect(await debuggee.open(env));
    void debuggee.call('wait', env, false);
    await client.evaluate('globalThis.kept = new (class KeptByTheTest {})(); 0');
    await client.call('HeapProfiler.takeHeapSnapshot');
    let text = '';
    for (let part = client.arrived('HeapProfiler.addHeapSnapshotChunk'); part !== undefined; ) {
      text += String(part['chunk']);
      part = client.arrived('HeapProfiler.addHeapSnapshotChunk');
    }
    const snapshot = JSON.parse(text) as { nodes: number[]; strings: string[] };
    assert.ok(snapshot.nodes.length > 1000);
    assert.ok(snapshot.strings.includes('KeptByTheTest'));
  });

  it('console-reaches-the-client', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    await debuggee.run(env, 'console.warn("low on", { what: "memory" }, 7)');
    const { type, args, timestamp } = await client.event('Runtime.consoleAPICalled');
    assert.equal(type, 'warning');
    assert.deepEqual(
      (args as Fields[]).map((argument) => argument['value'] ?? argument['type']),
      ['low on', 'object', 7],
    );
    assert.ok(Number(timestamp) > Date.parse('2020-01-01'));
    assert.doesNotMatch(debuggee.stderr, /low on/);
  });

  it('each-env-is-a-target-of-its-own', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const one = await attach(debuggee);
    const env = await debuggee.call('createEnv');
    const client = await enabled(debuggee, env, await debuggee.openWithName(env, debuggee.pid, 'second'));
    await debuggee.run(one.env, 'globalThis.who = "one"; console.log("from one")');
    await debuggee.run(env, 'globalThis.who = "two"; console.log("from two")');
    const { context } = (await client.event('Runtime.executionContextCreated')) as { context: Fields };
    assert.equal(context['name'], 'second');
    const logged = (await client.event('Runtime.consoleAPICalled'))['args'] as Fields[];
    assert.equal(logged[0]?.['value'], 'from two');
    const loop = debuggee.run(env, `${spinWhile('who === "two"')} who`);
    assert.equal(await client.evaluate('who'), 'two');
    assert.equal(await one.client.evaluate('who'), 'one');
    await client.evaluate('who = "enough"');
    assert.equal(await loop, 'enough');
  });
});
