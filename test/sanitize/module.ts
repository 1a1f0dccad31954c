/** Entry of the engine process that uses the sample's module: everything libentry.so exports, and its errors. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

interface Result {
  value: unknown;
  log: unknown[];
}
interface Session {
  evaluate(source: string): Result;
  heapStatistics(): { usedHeapSize: number };
  takeLog(): unknown[];
  close(): void;
}
interface Entry {
  runScript(source: string): Result;
  takeLog(): unknown[];
  JsvmSession: new () => Session;
}
interface Bridge {
  loadModule(path: string): Entry;
}

const [bridge = '', library = ''] = process.argv.slice(2);
const entry = (createRequire(import.meta.url)(bridge) as Bridge).loadModule(library);

for (let round = 0; round < 20; round++) {
  assert.equal(entry.runScript('1 + 1').value, 2);
  assert.equal(entry.runScript('"\\u20ac".repeat(1000)').value, '€'.repeat(1000));
  assert.throws(() => entry.runScript('throw new TypeError("on purpose")'), /on purpose/);
  assert.throws(() => entry.runScript('let 1'), /SyntaxError/);
  const session = new entry.JsvmSession();
  assert.equal(session.evaluate('var kept = [1, 2, 3]; kept.length').value, 3);
  assert.equal(session.evaluate('kept[2]').value, 3);
  assert.throws(() => session.evaluate('kept.missing.property'), /TypeError/);
  assert.ok(session.heapStatistics().usedHeapSize > 0);
  session.takeLog();
  session.close();
  assert.throws(() => session.evaluate('1'));
  // One that is left to the collector.
  new entry.JsvmSession().evaluate('1');
}
entry.takeLog();
console.log('the module was used');
