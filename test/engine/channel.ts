/** The child's side of file descriptor 3: reads one configuration, writes messages. Everything is synchronous. */
import { fs } from '../build/builtin.ts';
import type { EngineConfig, EngineMessage } from './protocol.ts';

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

/** Messages that were said but not yet written. */
let waiting = '';

/**
 * Sends one message. The end of a case or hook waits for what follows it, which is soon: one write instead of two for each
 * case. A process that dies in between dies of something that the ended case left behind, and that case is blamed.
 * A parent that is gone ends this process: nobody would read its results.
 */
export function send(message: EngineMessage): void {
  waiting += `${JSON.stringify(message)}\n`;
  if (message.type !== 'case-end' && message.type !== 'hook-end') flush();
}

function flush(): void {
  const bytes = Buffer.from(waiting);
  waiting = '';
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

process.once('exit', () => {
  if (waiting !== '') flush();
});
