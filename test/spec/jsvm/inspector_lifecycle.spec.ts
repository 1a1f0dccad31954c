/** How the inspector of a VM ends: closed, with its env, with its VM, with its process. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildTests } from './harness/build.ts';
import { attach, spinWhile } from './inspector/attach.ts';
import { Client } from './inspector/client.ts';
import { Debuggee, OK } from './inspector/debuggee.ts';
import { Raw, frame } from './inspector/raw.ts';

const build = await buildTests(process.env['ARKHOST_TEST_GROUP']);
const timeout = 60_000;

describe('The end', () => {
  it('DestroyEnv-waits-until-the-client-has-left', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    let returned = false;
    const destroyed = debuggee.call('destroyEnv', env).finally(() => (returned = true));
    await client.event('Runtime.executionContextDestroyed');
    await debuggee.shows('Waiting for the debugger to disconnect...');
    await assert.rejects(client.call('Runtime.evaluate', { expression: '1' }), /context/);
    assert.equal(returned, false);
    await client.close();
    assert.equal(await destroyed, OK);
    assert.equal(await debuggee.call('destroyVm'), OK);
    assert.equal(await debuggee.end(), 0);
  });

  it('DestroyEnv-goes-on-when-the-connection-breaks', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    using raw = await Raw.upgrade(await debuggee.open(env));
    const destroyed = debuggee.call('destroyEnv', env);
    await debuggee.shows('Waiting for the debugger to disconnect...');
    raw.socket.resetAndDestroy();
    assert.equal(await destroyed, OK);
  });

  it('DestroyEnv-takes-no-new-client', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, address, client } = await attach(debuggee);
    const destroyed = debuggee.call('destroyEnv', env);
    await client.event('Runtime.executionContextDestroyed');
    await assert.rejects(Client.connect(address));
    await client.close();
    assert.equal(await destroyed, OK);
  });

  it('DestroyVM-closes-what-is-open', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { client } = await attach(debuggee);
    assert.equal(await debuggee.call('destroyVm'), OK);
    assert.equal(await client.closed, 1001);
    assert.equal(await debuggee.end(), 0);
  });

  it('the-end-of-the-process-closes-what-is-open', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { client } = await attach(debuggee);
    assert.equal(await debuggee.end(), 0);
    assert.equal(await client.closed, 1001);
  });

  it('CloseInspector-ends-sessions-and-frees-the-port', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, address, client } = await attach(debuggee);
    assert.equal(await debuggee.call('close', env), OK);
    assert.equal(await client.closed, 1001);
    await assert.rejects(Client.connect(address));
    assert.equal(await debuggee.run(env, '"still runs"'), 'still runs');
    assert.equal(await debuggee.call('open', env, '127.0.0.1', Number(new URL(address).port)), OK);
  });

  it('CloseInspector-may-be-called-by-what-a-client-evaluates', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, client } = await attach(debuggee);
    const result = debuggee.run(env, `globalThis.closed = -1; ${spinWhile('closed < 0')} closed`);
    while ((await client.evaluate('typeof closed')) !== 'number') continue;
    client.evaluate('closed = closeInspector()').catch(() => undefined);
    assert.equal(await client.closed, 1001);
    assert.equal(await result, String(OK));
    assert.equal(await debuggee.call('destroyEnv', env), OK);
    assert.equal(await debuggee.call('destroyVm'), OK);
    assert.equal(await debuggee.end(), 0);
  });
});

describe('Many clients', () => {
  it('clients-come-and-go-while-js-runs', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const { env, address, client } = await attach(debuggee);
    const result = debuggee.run(env, `globalThis.visits = 0; ${spinWhile('visits >= 0')} "left alone"`);
    while ((await client.evaluate('typeof visits')) !== 'number') continue;
    const visit = async (index: number): Promise<void> => {
      const visitor = await Client.connect(address);
      await visitor.call('Debugger.enable');
      await visitor.call('Debugger.pause');
      await visitor.event('Debugger.paused');
      await visitor.evaluate('++visits');
      if (index % 2 === 0) await visitor.call('Debugger.resume');
      await visitor.close();
    };
    await client.call('Debugger.disable');
    for (let index = 0; index < 20; ++index) await visit(index);
    const crowd = Array.from({ length: 20 }, async () => {
      using raw = await Raw.upgrade(address);
      raw.send(frame(0x81, '{"id":1,"method":"Runtime.evaluate","params":{"expression":"++visits"}}'));
      await raw.frame();
      raw.socket.resetAndDestroy();
    });
    await Promise.all(crowd);
    assert.equal(await client.evaluate('visits'), 40);
    await client.evaluate('visits = -1');
    assert.equal(await result, 'left alone');
  });

  it('the-inspector-opens-and-closes-while-clients-knock', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    for (let round = 0; round < 10; ++round) {
      const address = await debuggee.open(env);
      const knocking = Array.from({ length: 5 }, () => Client.connect(address).catch(() => undefined));
      if (round % 2 === 0) await Promise.race(knocking);
      assert.equal(await debuggee.call('close', env), OK);
      for (const client of await Promise.all(knocking)) {
        if (client !== undefined) assert.equal(await client.closed, 1001);
      }
    }
    assert.equal(await debuggee.run(env, '"alive"'), 'alive');
  });
});

describe('The engine', () => {
  it('its-v8-is-the-one-whose-tables-inspector_abi.h-describes', () => {
    const header = readFileSync(join(import.meta.dirname, '../../ndk/jsvm/core/inspector_abi.h'), 'utf8');
    const [, major, minor] = /kAbiMajorVersion = (\d+);\s+constexpr int kAbiMinorVersion = (\d+);/.exec(header) ?? [];
    const message = "another V8: read its inspector's virtual tables again, mend inspector_abi.h, then these numbers";
    assert.equal(process.versions.v8.split('.', 2).join('.'), `${major}.${minor}`, message);
  });
});
