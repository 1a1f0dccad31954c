/** The child's side of file descriptor 3: reads one configuration, writes messages. Everything is synchronous. */
import { readSync, writeSync } from 'node:fs';
import type { EngineConfig, EngineMessage } from './protocol.ts';

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

/** Sends one message. A parent that is gone ends this process: nobody would read its results. */
export function send(message: EngineMessage): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
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
