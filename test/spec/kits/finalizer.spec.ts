import { it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import assert from 'node:assert/strict';
import { AutoFinalizerCleaner } from '../../kits/util-functions.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

it('AutoFinalizerCleaner-calls-onFinalization-with-the-held-value', { timeout: 20_000 }, async () => {
  const held = new Promise<unknown>((resolve) => {
    // In a function of its own, so that nothing on the stack keeps the object.
    (() => AutoFinalizerCleaner.register({ onFinalization: resolve }, 'held'))();
  });
  const timer = setInterval(collect, 1);
  try {
    assert.equal(await held, 'held');
  } finally {
    clearInterval(timer);
  }
});
