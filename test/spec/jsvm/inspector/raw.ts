/** Bytes to the inspector's server and back, for what a well-behaved client does not send. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';

/** A frame that the server sent. */
export interface Frame {
  opcode: number;
  payload: Buffer;
}

/** A TCP connection to the server. */
export class Raw {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  #ended = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes: Buffer) => (this.#received = Buffer.concat([this.#received, bytes])));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.#ended = true));
  }

  /** Connects to the host and port of an inspector's address. */
  static async connect(address: string): Promise<Raw> {
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    return new Raw(socket);
  }

  /** Connects and makes a WebSocket of the connection. */
  static async upgrade(address: string): Promise<Raw> {
    const raw = await Raw.connect(address);
    raw.send(handshake(new URL(address).pathname));
    const answer = await raw.#until((bytes) => bytes.indexOf('\r\n\r\n') >= 0);
    const end = answer.indexOf('\r\n\r\n') + 4;
    if (!answer.subarray(0, end).includes(' 101 ')) throw new Error(`refused: ${answer.toString()}`);
    raw.#received = raw.#received.subarray(end);
    return raw;
  }

  send(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  /** All that comes until the server closes the connection. */
  async rest(): Promise<string> {
    return (await this.#until(() => false)).toString();
  }

  /** The next frame. */
  async frame(): Promise<Frame> {
    const head = await this.#until((bytes) => bytes.length >= 2);
    const short = head[1] ?? 0;
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    const long = await this.#until((bytes) => bytes.length >= 2 + extra);
    const length = extra === 0 ? short : extra === 2 ? long.readUInt16BE(2) : Number(long.readBigUInt64BE(2));
    const start = 2 + extra;
    const whole = await this.#until((bytes) => bytes.length >= start + length);
    if (whole.length < start + length) throw new Error('the connection ended inside a frame');
    this.#received = this.#received.subarray(start + length);
    return { opcode: (whole[0] ?? 0) & 0x0f, payload: Buffer.from(whole.subarray(start, start + length)) };
  }

  /** The status of the close frame that comes next. */
  async closeStatus(): Promise<number> {
    const { opcode, payload } = await this.frame();
    if (opcode !== 8) throw new Error(`frame ${opcode} came, not a close frame`);
    return payload.readUInt16BE(0);
  }

  async #until(enough: (bytes: Buffer) => boolean): Promise<Buffer> {
    while (!enough(this.#received) && !this.#ended) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.socket.off('data', done).off('close', done);
          resolve();
        };
        this.socket.on('data', done).on('close', done);
      });
    }
    return this.#received;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** The request that begins a WebSocket; `fields` replace or, when undefined, remove those of the usual ones. */
export function handshake(path: string, fields: Record<string, string | undefined> = {}): string {
  const all: Record<string, string | undefined> = {
    Host: '127.0.0.1',
    Upgrade: 'websocket',
    Connection: 'keep-alive, Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]));
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A frame as a client sends it. `first` is the whole first byte, 0x81 for text in one frame. */
export function frame(first: number, payload: string | Uint8Array, masked = true): Buffer {
  const body = Buffer.from(payload as Uint8Array);
  const mask = masked ? [0x12, 0x34, 0x56, 0x78] : [];
  const length = body.length <= 125 ? [body.length] : [126, body.length >> 8, body.length & 0xff];
  length[0] = (length[0] ?? 0) | (masked ? 0x80 : 0);
  const sent = masked ? body.map((byte, index) => byte ^ (mask[index % 4] ?? 0)) : body;
  return Buffer.concat([Buffer.from([first, ...length, ...mask]), sent]);
}
