import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeCase, judgeEnd, settledLedger } from '../../engine/leaks.ts';
import { createPlainBridge } from '../../engine/no-bridge.ts';
import type { VmLedger } from '../../kits/host.ts';

/** A VM with nothing open, changed by `open`. */
function vm(open: Partial<VmLedger> = {}): VmLedger {
  return {
    id: 1,
    destroyed: false,
    envs: 0,
    vmScopes: 0,
    envScopes: 0,
    handleScopes: 0,
    references: 0,
    deferreds: 0,
    retainedScripts: 0,
    externalBytes: 0,
    misuses: 0,
    ...open,
  };
}

/** Name, before, after, errors, notes. */
const table: [name: string, before: VmLedger[], after: VmLedger[], errors: string[], notes: string[]][] = [
  ['nothing', [], [], [], []],
  ['a VM made and kept', [], [vm({ envs: 1 })], [], []],
  ['scopes that a session keeps between calls', [], [vm({ envs: 1, vmScopes: 1, envScopes: 1 })], [], []],
  ['a handle scope in a new VM', [], [vm({ handleScopes: 1 })], ['VM 1: 1 handle scope left open by this case'], []],
  [
    'handle scopes in an older VM',
    [vm()],
    [vm({ handleScopes: 2 })],
    ['VM 1: 2 handle scopes left open by this case'],
    [],
  ],
  ['a handle scope that was open before', [vm({ handleScopes: 1 })], [vm({ handleScopes: 1 })], [], []],
  ['references in an older VM', [vm()], [vm({ references: 3 })], [], ['VM 1: 3 references left open by this case']],
  [
    'bytes in an older VM',
    [vm()],
    [vm({ externalBytes: 8 })],
    [],
    ['VM 1: 8 external bytes not given back by this case'],
  ],
  [
    'a VM destroyed with scopes open',
    [],
    [vm({ destroyed: true, vmScopes: 1, handleScopes: 2 })],
    ['VM 1 was destroyed with 1 VM scope and 2 handle scopes left open'],
    [],
  ],
  [
    'a VM destroyed with a deferred open',
    [vm()],
    [vm({ destroyed: true, deferreds: 1 })],
    [],
    ['VM 1 was destroyed with 1 deferred left open'],
  ],
  ['a VM destroyed by an earlier case', [vm({ destroyed: true, envs: 1 })], [vm({ destroyed: true, envs: 1 })], [], []],
  [
    'misuse',
    [vm({ misuses: 1 })],
    [vm({ misuses: 3 })],
    [],
    ['VM 1: 2 misuses of JSVM-API (see the log lines E01 to E06)'],
  ],
];

describe('judgeCase', () => {
  for (const [name, before, after, errors, notes] of table) {
    it(name, () => assert.deepEqual(judgeCase(before, after), { errors, notes }));
  }
});

describe('judgeEnd', () => {
  it('fails on an open handle scope', () => {
    assert.deepEqual(judgeEnd([vm({ handleScopes: 1, vmScopes: 1 })]).errors, [
      'VM 1 was left with 1 VM scope and 1 handle scope',
    ]);
  });

  it('notes a VM that is alive, and forgets destroyed ones', () => {
    const { errors, notes } = judgeEnd([vm({ envs: 1 }), vm({ id: 2, destroyed: true })]);
    assert.deepEqual(errors, []);
    assert.deepEqual(notes, ['VM 1 is still alive at the end of the run, with 1 env']);
  });
});

describe('settledLedger', () => {
  it('asks again after a collection, and leaves no gc behind', async () => {
    let asked = 0;
    const bridge = { ...createPlainBridge(), ledger: () => (asked++ === 0 ? [vm()] : []) };
    assert.deepEqual(await settledLedger(bridge), []);
    assert.equal('gc' in globalThis, false);
  });
});
