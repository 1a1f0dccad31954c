/** What libentry.so does where strict ArkTS cannot go: wrong receivers, collected sessions, other threads, process exit. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { before, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { aliveVms, collectUntil, failure, loadLibrary } from './library.ts';
import type { Loaded, Session } from './library.ts';

const LIMIT = { timeout: 60_000 };

describe('libentry.so', () => {
  let loaded: Loaded;
  // The first build of a host NDK takes its time.
  before(
    async () => {
      loaded = await loadLibrary();
    },
    { timeout: 600_000 },
  );

  it('JsvmSession-without-new-is-an-error', LIMIT, () => {
    const callable = loaded.library.JsvmSession as unknown as () => void;
    assert.deepEqual(
      failure(() => callable()),
      {
        code: 'JSVM_SESSION_NEW_EXPECTED',
        message: 'JsvmSession is a class: write new JsvmSession()',
      },
    );
  });

  it('evaluate-on-a-foreign-object-is-an-error', LIMIT, () => {
    const evaluate = Reflect.get(loaded.library.JsvmSession.prototype as object, 'evaluate') as Session['evaluate'];
    const pretender = Object.create(loaded.library.JsvmSession.prototype as object) as Session;
    for (const receiver of [{}, 5, undefined, pretender]) {
      assert.throws(() => Reflect.apply(evaluate, receiver, ['1']), Error);
    }
  });

  it('evaluate-without-an-argument-is-an-error', LIMIT, () => {
    const session = new loaded.library.JsvmSession();
    try {
      assert.deepEqual(
        failure(() => Reflect.apply(session.evaluate, session, [])),
        {
          code: 'JSVM_STRING_EXPECTED',
          message: 'JsvmSession.evaluate: source must be a string',
        },
      );
    } finally {
      session.close();
    }
  });

  it('subclass-session-works', LIMIT, () => {
    class Mine extends loaded.library.JsvmSession {}
    const session = new Mine();
    assert.equal(session.evaluate('1 + 1').value, 2);
    session.close();
  });

  it('close-leaves-nothing-open', LIMIT, () => {
    const before = loaded.bridge.ledger().length;
    const session = new loaded.library.JsvmSession();
    session.evaluate('adjustExternalMemory()');
    assert.throws(() => session.evaluate('throw 1'));
    assert.throws(() => session.evaluate('let ='));
    session.close();
    // A VM that was destroyed with nothing open is not kept in the ledger.
    assert.equal(loaded.bridge.ledger().length, before);
  });

  it('open-session-holds-no-scope-between-calls', LIMIT, () => {
    const session = new loaded.library.JsvmSession();
    try {
      session.evaluate('adjustExternalMemory()');
      const vm = loaded.bridge
        .ledger()
        .filter((one) => !one.destroyed)
        .at(-1);
      assert.deepEqual(
        [vm?.envs, vm?.vmScopes, vm?.envScopes, vm?.handleScopes, vm?.references, vm?.externalBytes, vm?.misuses],
        [1, 0, 0, 0, 0, 1048576, 0],
      );
    } finally {
      session.close();
    }
  });

  it('collected-sessions-are-closed', LIMIT, async () => {
    const before = aliveVms(loaded.bridge);
    for (let count = 0; count < 5; count++) new loaded.library.JsvmSession().evaluate('adjustExternalMemory()');
    assert.equal(aliveVms(loaded.bridge), before + 5);
    await collectUntil(() => aliveVms(loaded.bridge) === before);
    assert.equal(aliveVms(loaded.bridge), before);
  });

  it('worker-that-ends-closes-its-sessions', LIMIT, async () => {
    const before = aliveVms(loaded.bridge);
    const worker = new Worker(
      `const { workerData, parentPort } = require('node:worker_threads');
       const library = require(workerData.bridge).loadModule(workerData.library);
       globalThis.kept = new library.JsvmSession();
       parentPort.postMessage(kept.evaluate('adjustExternalMemory()').log.length);`,
      { eval: true, workerData: loaded.paths },
    );
    const ended = once(worker, 'exit');
    const [lines] = (await once(worker, 'message')) as [number];
    const [code] = (await ended) as [number];
    assert.deepEqual([lines, code, aliveVms(loaded.bridge)], [2, 0, before]);
  });

  it('takeLog-gives-no-lines-of-another-thread', LIMIT, async () => {
    loaded.library.takeLog();
    const worker = new Worker(
      `const { workerData } = require('node:worker_threads');
       const library = require(workerData.bridge).loadModule(workerData.library);
       const session = new library.JsvmSession();
       try { session.evaluate('adjustExternalMemory(); throw 1'); } catch {}
       session.close();`,
      { eval: true, workerData: loaded.paths },
    );
    const [code] = (await once(worker, 'exit')) as [number];
    assert.equal(code, 0);
    assert.deepEqual(loaded.library.takeLog(), []);
  });

  it('process-that-ends-with-an-open-session-exits-cleanly', LIMIT, () => {
    const script = `const [bridge, path] = process.argv.slice(-2);
      const library = require(bridge).loadModule(path);
      globalThis.kept = new library.JsvmSession();
      console.log(kept.evaluate('adjustExternalMemory()').value);`;
    const { bridge, library } = loaded.paths;
    const result = spawnSync(process.execPath, ['-e', script, bridge, library], { encoding: 'utf8', timeout: 30_000 });
    assert.deepEqual([result.stdout, result.stderr, result.status, result.signal], ['true\n', '', 0, null]);
  });
});
