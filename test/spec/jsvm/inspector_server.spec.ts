/** The server of the inspector: what it listens on, HTTP, WebSocket frames, and what it refuses. */
import assert from 'node:assert/strict';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { buildTests } from './harness/build.ts';
import { Client } from './inspector/client.ts';
import type { Fields } from './inspector/client.ts';
import { Debuggee, GENERIC_FAILURE, OK } from './inspector/debuggee.ts';
import { Raw, frame, handshake } from './inspector/raw.ts';

const build = await buildTests(process.env['ARKHOST_TEST_GROUP']);
const timeout = 60_000;

function httpAddress(address: string, path: string): string {
  return `http://${new URL(address).host}${path}`;
}

/** Addresses on which the process listens, as the kernel writes them: "0100007F:ABCD". */
async function listening(pid: number): Promise<string[]> {
  const inodes = new Set<string>();
  for (const entry of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${entry}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined) inodes.add(inode);
  }
  const addresses: string[] = [];
  for (const table of ['tcp', 'tcp6']) {
    const text = await readFile(`/proc/${pid}/net/${table}`, 'utf8').catch(() => '');
    for (const row of text.split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
      if (state === '0A' && inodes.has(inode)) addresses.push(local);
    }
  }
  return addresses;
}

async function target(url: string): Promise<Fields> {
  const [first] = (await (await fetch(url)).json()) as Fields[];
  assert.ok(first !== undefined);
  return first;
}

describe('Where the inspector listens', () => {
  it('OpenInspector-listens-on-the-loopback-interface-only', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    for (const host of ['127.0.0.1', 'localhost', '0.0.0.0']) {
      assert.equal(await debuggee.call('open', env, host, 0), OK);
      assert.match((await listening(debuggee.pid)).join(), /^0100007F:[0-9A-F]{4}$/, host);
      assert.equal(await debuggee.call('close', env), OK);
    }
    assert.equal(await debuggee.call('open', env, '192.0.2.1', 0), GENERIC_FAILURE);
    assert.deepEqual(await listening(debuggee.pid), []);
  });

  it('OpenInspector-fails-on-a-port-in-use', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const env = await debuggee.call('createEnv');
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    assert.equal(await debuggee.call('open', env, '127.0.0.1', port), GENERIC_FAILURE);
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await debuggee.call('open', env, '127.0.0.1', port), OK);
  });

  it('OpenInspectorWithName-takes-the-first-free-port-and-a-local-socket', { timeout }, async () => {
    await using debuggee = new Debuggee(build);
    const ports: number[] = [];
    for (const name of ['My app', undefined]) {
      const env = await debuggee.call('createEnv');
      const port = Number(new URL(await debuggee.openWithName(env, 4242, name)).port);
      ports.push(port);
      const socket = `jsvm_devtools_remote_${port}_4242`;
      assert.match(await readFile('/proc/net/unix', 'utf8'), new RegExp(`@${socket}$`, 'm'));
      const text = await new Promise<string>((resolve, reject) => {
        get({ socketPath: `\0${socket}`, path: '/json', headers: { host: 'localhost:1234' } }, (response) => {
          let body = '';
          response
            .setEncoding('utf8')
            .on('data', (part: string) => (body += part))
            .on('end', () => resolve(body));
        }).on('error', reject);
      });
      const [entry] = JSON.parse(text) as Fields[];
      assert.equal(entry?.['title'], name ?? 'jsvm');
      assert.match(String(entry?.['webSocketDebuggerUrl']), /^ws:\/\/localhost:1234\/[-0-9a-f]{36}$/);
    }
    const [first = 0, second = 0] = ports;
    assert.ok(first >= 9229 && second > first && second <= 9999, ports.join());
    for (const address of await listening(debuggee.pid)) assert.match(address, /^0100007F:/);
  });
});

describe('What the inspector serves', () => {
  let debuggee: Debuggee;
  let env: unknown;
  let address = '';
  before(async () => {
    debuggee = new Debuggee(build);
    env = await debuggee.call('createEnv');
    address = await debuggee.open(env);
  });
  after(async () => debuggee[Symbol.asyncDispose]());

  /** The status of the answer to a request. */
  async function statusOf(request: string): Promise<number> {
    using raw = await Raw.connect(address);
    raw.send(request);
    return Number(/^HTTP\/1\.1 (\d{3}) /.exec(await raw.rest())?.[1]);
  }

  it('the-list-names-the-target', { timeout }, async () => {
    const entry = await target(httpAddress(address, '/json/list'));
    assert.deepEqual(entry, await target(httpAddress(address, '/json')));
    assert.equal(entry['webSocketDebuggerUrl'], address);
    assert.equal(entry['title'], 'jsvm');
    assert.equal(address, `ws://${new URL(address).host}/${String(entry['id'])}`);
  });

  it('the-version-names-the-engine', { timeout }, async () => {
    const version = (await (await fetch(httpAddress(address, '/json/version'))).json()) as Fields;
    assert.deepEqual(version, { Browser: `JSVM/v8-${process.versions.v8}`, 'Protocol-Version': '1.1' });
  });

  it('hosts-of-others-are-refused', { timeout }, async () => {
    const path = new URL(address).pathname;
    const strangers = ['evil.example', 'evil.example:80', '192.0.2.1', 'localhost.evil.example', '[::2]'];
    const hosts = [...strangers, '127.0.0.1:x', '127.0.0.1:', ''];
    for (const host of hosts) {
      assert.equal(await statusOf(`GET /json HTTP/1.1\r\nHost: ${host}\r\n\r\n`), 403, host);
      assert.equal(await statusOf(handshake(path, { Host: host })), 403, host);
    }
    assert.equal(await statusOf('GET /json HTTP/1.1\r\n\r\n'), 403);
    assert.equal(await statusOf('GET /json HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n'), 403);
  });

  it('hosts-of-this-computer-are-served', { timeout }, async () => {
    for (const host of ['localhost', 'LOCALHOST:9229', '127.0.0.1', '127.9.9.9:1', '[::1]', '[::1]:9229']) {
      assert.equal(await statusOf(`GET /json HTTP/1.1\r\nHost: ${host}\r\n\r\n`), 200, host);
    }
  });

  it('other-paths-and-methods-are-refused', { timeout }, async () => {
    assert.equal(await statusOf('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'), 404);
    assert.equal(await statusOf('GET /json/other HTTP/1.1\r\nHost: localhost\r\n\r\n'), 404);
    assert.equal(await statusOf('POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n'), 405);
  });

  it('a-session-needs-the-path-of-the-target', { timeout }, async () => {
    const id = new URL(address).pathname.slice(1);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const path of ['/', '/jsvm', `/${id.toUpperCase()}x`, `/${id.slice(1)}`, `/${id}/`, '/json']) {
      assert.equal(await statusOf(handshake(path)), 404, path);
    }
    await assert.rejects(Client.connect(address.slice(0, -1)));
  });

  it('a-handshake-has-to-be-complete', { timeout }, async () => {
    const { pathname } = new URL(address);
    assert.equal(await statusOf(handshake(pathname, { 'Sec-WebSocket-Version': '8' })), 426);
    assert.equal(await statusOf(handshake(pathname, { 'Sec-WebSocket-Version': undefined })), 426);
    assert.equal(await statusOf(handshake(pathname, { 'Sec-WebSocket-Key': undefined })), 400);
    assert.equal(await statusOf(handshake(pathname, { 'Sec-WebSocket-Key': 'short' })), 400);
    assert.equal(await statusOf(handshake(pathname, { Connection: 'keep-alive' })), 400);
  });

  it('the-handshake-proves-that-the-key-was-read', { timeout }, async () => {
    using raw = await Raw.connect(address);
    raw.send(handshake(new URL(address).pathname));
    raw.send(frame(0x88, ''));
    // The pair of key and answer that RFC 6455 gives as its example.
    assert.match(await raw.rest(), /\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/);
  });

  it('requests-that-are-not-http-are-refused', { timeout }, async () => {
    for (const request of ['nonsense\r\n\r\n', 'GET /json\r\n\r\n', 'GET /json HTTP/2.0\r\n\r\n', '\r\n\r\n']) {
      assert.equal(await statusOf(request), 400, request);
    }
    for (const field of ['no colon', ': no name', 'Folded: a\r\n b', 'Bell: \u0007', 'Name : x']) {
      assert.equal(await statusOf(`GET /json HTTP/1.1\r\nHost: localhost\r\n${field}\r\n\r\n`), 400, field);
    }
    assert.equal(await statusOf(`GET /json HTTP/1.1\r\nHost: localhost\r\nLong: ${'x'.repeat(20_000)}`), 431);
  });

  it('frames-may-come-in-pieces', { timeout }, async () => {
    using raw = await Raw.upgrade(address);
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: '"é" + 1' } });
    const bytes = Buffer.from(message);
    const [begin, end] = [bytes.subarray(0, 60), bytes.subarray(60)];
    const pieces = [frame(0x01, begin), frame(0x89, 'ping'), frame(0x00, ''), frame(0x80, end)];
    for (const byte of Buffer.concat(pieces)) raw.send(Buffer.from([byte]));
    assert.deepEqual(await raw.frame(), { opcode: 10, payload: Buffer.from('ping') });
    const answer = raw.frame();
    let done = false;
    void answer.then(() => (done = true));
    while (!done) await debuggee.call('pump');
    assert.equal(JSON.parse((await answer).payload.toString()).result.result.value, 'é1');
    raw.send(frame(0x88, Buffer.from([0x03, 0xe8])));
    assert.equal(await raw.closeStatus(), 1000);
    assert.equal(await raw.rest(), '');
  });

  it('frames-against-the-protocol-close-the-connection', { timeout }, async () => {
    const huge = Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x08, 0, 0, 0, 1, 2, 3, 4]);
    const longest = Buffer.from([0x81, 0xff, ...Array<number>(8).fill(0xff), 1, 2, 3, 4]);
    const cases: [string, Uint8Array, number][] = [
      ['not masked', frame(0x81, '{}', false), 1002],
      ['reserved bit', frame(0xc1, '{}'), 1002],
      ['unknown frame', frame(0x83, '{}'), 1002],
      ['unknown control frame', frame(0x8b, ''), 1002],
      ['ping in pieces', frame(0x09, 'p'), 1002],
      ['long ping', frame(0x89, 'p'.repeat(126)), 1002],
      ['continues nothing', frame(0x80, 'x'), 1002],
      ['text inside a message', Buffer.concat([frame(0x01, 'a'), frame(0x81, 'b')]), 1002],
      ['binary', frame(0x82, 'x'), 1003],
      ['not utf-8', frame(0x81, Buffer.from([0xc3, 0x28])), 1007],
      ['utf-8 cut off', frame(0x81, Buffer.from([0xe2, 0x82])), 1007],
      ['surrogate', frame(0x81, Buffer.from([0xed, 0xa0, 0x80])), 1007],
      ['too long', huge, 1009],
      ['longest length', longest, 1009],
      ['close with half a status', frame(0x88, 'x'), 1002],
      ['close with a status nobody sends', frame(0x88, Buffer.from([0x03, 0xed])), 1002],
    ];
    for (const [name, bytes, status] of cases) {
      using raw = await Raw.upgrade(address);
      raw.send(bytes);
      assert.equal(await raw.closeStatus(), status, name);
    }
  });

  it('any-bytes-leave-the-server-alive', { timeout }, async () => {
    let seed = 1;
    const next = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16;
    for (let round = 0; round < 60; ++round) {
      using raw = round % 2 === 0 ? await Raw.upgrade(address) : await Raw.connect(address);
      raw.send(Buffer.from(Array.from({ length: 1 + (next() % 300) }, () => next() & 0xff)));
      if (round % 3 === 0) raw.socket.resetAndDestroy();
      else raw.socket.end();
    }
    assert.equal((await target(httpAddress(address, '/json')))['title'], 'jsvm');
    assert.equal(await debuggee.run(env, '"alive"'), 'alive');
  });
});
