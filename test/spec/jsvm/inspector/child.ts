/** Entry of the engine process whose VM is debugged: makes the calls that come on standard input, one after another. */
import { readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Bridge {
  loadModule(path: string): object;
}

type Functions = Record<string, (...values: unknown[]) => unknown>;

/** Reads the next line; blocks, so that nothing but the calls runs in this process. */
function readLine(): string | undefined {
  const byte = Buffer.alloc(1);
  const bytes: number[] = [];
  while (readSync(0, byte) === 1) {
    const value = byte[0] ?? 0;
    if (value === 10) return Buffer.from(bytes).toString();
    bytes.push(value);
  }
  return undefined;
}

const [, , bridgePath = '', libraryPath = ''] = process.argv;
const bridge = createRequire(import.meta.url)(bridgePath) as Bridge;
const functions = bridge.loadModule(libraryPath) as Functions;
for (let line = readLine(); line !== undefined; line = readLine()) {
  const [name, ...values] = JSON.parse(line) as [string, ...unknown[]];
  writeSync(3, `${JSON.stringify(functions[name]?.(...values))}\n`);
}
