/**
 * A lock between processes. It is a name in Linux's abstract socket namespace: the kernel gives it to one process at a
 * time and takes it back when that process ends in whatever way, so that no stale lock can stay behind.
 */
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { fingerprint } from './home.ts';

/**
 * Runs `action` while no other process runs one under the same `name`. Waits for the others as long as they live;
 * `onWait` is called once when there is something to wait for.
 */
export async function withLock<T>(name: string, onWait: () => void, action: () => Promise<T>): Promise<T> {
  const address = `\0arkhost-${process.getuid?.() ?? 0}-${fingerprint([name])}`;
  let waited = false;
  let server = await tryListen(address);
  while (server === undefined) {
    if (!waited) onWait();
    waited = true;
    await ownerEnds(address);
    server = await tryListen(address);
  }
  try {
    return await action();
  } finally {
    server.close();
  }
}

function tryListen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    // The connections of waiting processes stay open for as long as the lock is held, and end with it.
    const waiting = new Set<{ destroy(): unknown }>();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.unref().on('error', () => socket.destroy());
      socket.on('close', () => waiting.delete(socket));
    });
    const close = server.close.bind(server);
    server.close = (callback) => {
      for (const socket of waiting) socket.destroy();
      return close(callback);
    };
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server.unref()));
  });
}

function ownerEnds(address: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', () => undefined);
    // Never spin: an owner that is just going away refuses the connection at once.
    socket.on('close', () => setTimeout(resolve, 20));
    socket.resume();
  });
}
