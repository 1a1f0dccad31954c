/**
 * The child's side of the conversation with the parent: reads one configuration from file descriptor 3 and sends messages, by
 * the ring once there is one, before that by the descriptor. Everything is synchronous.
 */
import { fs, path } from '../build/builtin.ts';
import type { Bridge } from '../kits/host.ts';
import { ringFile } from './protocol.ts';
import type { EngineConfig, EngineMessage } from './protocol.ts';
import { RingWriter, fileBytes } from './ring.ts';

const { readSync, writeSync } = fs;

export const channelFd = 3;

/** Waits for the configuration line. Throws when the parent closed the channel without sending one. */
export function readConfig(): EngineConfig {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(65536);
  for (;;) {
    const count = readSync(channelFd, buffer, 0, buffer.length, null);
    if (count === 0) throw new Error('The arkhost engine was started without a configuration; use the arkhost command');
    chunks.push(Buffer.from(buffer.subarray(0, count)));
    if (buffer[count - 1] === 0x0a) break;
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as EngineConfig;
}

let ring: RingWriter | undefined;
const parent = process.ppid;

/** Sends what follows by shared memory, if the bridge can make some. */
export function openRing(bridge: Bridge, runDir: string): void {
  const memory = bridge.shareMemory?.(path.join(runDir, ringFile(process.pid)), fileBytes);
  if (memory !== undefined) ring = new RingWriter(memory);
}

/** Sends one message. A parent that is gone ends this process: nobody would read its results. */
export function send(message: EngineMessage): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  if (ring === undefined) writeAll(bytes);
  else ring.write(bytes, endWithoutParent);
}

function endWithoutParent(): void {
  if (process.ppid !== parent) process.exit(70);
}

function writeAll(bytes: Buffer): void {
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(channelFd, bytes, offset);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') continue;
      process.exit(70);
    }
  }
}
