/** Entry of the engine process that holds the native tests. */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Message, NativeCase, Task } from './protocol.ts';

interface Bridge {
  loadModule(path: string): object;
  logOpenSink(path: string): void;
  installCrashHandler(fd: number): void;
}

interface Tests {
  list(): NativeCase[];
  run(index: number): string[];
}

function send(message: Message): void {
  writeSync(3, `${JSON.stringify(message)}\n`);
}

const task = JSON.parse(process.env['ARKHOST_JSVM_TESTS'] ?? '{}') as Task;
const bridge = createRequire(import.meta.url)(task.bridge) as Bridge;
bridge.logOpenSink(task.sink);
bridge.installCrashHandler(3);
const tests = bridge.loadModule(task.library) as Tests;
if (task.run === undefined) {
  send({ type: 'list', cases: tests.list() });
} else {
  for (const index of task.run) {
    send({ type: 'start', index });
    send({ type: 'end', index, failures: tests.run(index) });
  }
}
