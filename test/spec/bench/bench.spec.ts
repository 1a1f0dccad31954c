/** The benchmarks' own arithmetic, command line and baseline; nothing here measures time. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { overTheBar } from '../../../bench/bars.ts';
import { describe as inWords, findRegressions, readBaseline, updateBaseline } from '../../../bench/baseline.ts';
import type { Measurement, Ratios } from '../../../bench/model.ts';
import { readOptions } from '../../../bench/options.ts';
import { costOf, median, pairedRatio } from '../../../bench/statistics.ts';
import { renderTable } from '../../../bench/table.ts';

function measured(name: string, ratios: Ratios, group = 'values'): Measurement {
  return { group, name, unit: 'ns', costs: { jsvm: { median: 12.5, min: 11 } }, ratios };
}

async function inFolder(action: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'arkhost-bench-'));
  try {
    await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('statistics', () => {
  it('median-odd', () => assert.equal(median([9, 1, 5]), 5));
  it('median-even', () => assert.equal(median([4, 1, 2, 9]), 3));
  it('median-empty', () => assert.throws(() => median([]), RangeError));
  it('costOf-leavesOrder', () => {
    const values = [3, 1, 2];
    assert.deepEqual(costOf(values), { median: 2, min: 1 });
    assert.deepEqual(values, [3, 1, 2]);
  });
  it('pairedRatio-disturbedRounds', () => {
    // The second round ran ten times as slowly on both sides.
    assert.equal(pairedRatio([2, 20, 2], [1, 10, 1]), 2);
  });
});

describe('options', () => {
  it('readOptions-defaults', () => {
    const expected = { filter: '', rounds: 251, json: false, check: false, update: false, help: false };
    assert.deepEqual({ ...readOptions([]) }, expected);
  });
  it('readOptions-unknown', () => assert.throws(() => readOptions(['--fast']), /--fast/));
  it('readOptions-rounds', () => assert.throws(() => readOptions(['--rounds', 'many']), /"many"/));
  it('readOptions-checkAndUpdate', () => assert.throws(() => readOptions(['--check', '--update']), /exclude/));
});

describe('bars', () => {
  it('overTheBar-nodeApi', () => {
    assert.deepEqual(overTheBar([measured('create', { napi: 1.1, v8: 3 })]), []);
    assert.equal(overTheBar([measured('create', { napi: 1.2 })]).length, 1);
  });
  it('overTheBar-growth', () => {
    assert.equal(overTheBar([measured('after 1,000 VMs with an env', { start: 1.02 }, 'memory')]).length, 1);
  });
});

describe('baseline', () => {
  const baseline = { engine: '1', ratios: { 'values: create': { napi: 1, v8: 2 } } };
  it('findRegressions-within', () => {
    assert.deepEqual(findRegressions([measured('create', { napi: 1.14, v8: 2.29 })], baseline), []);
  });
  it('findRegressions-worse', () => {
    const worse = findRegressions([measured('create', { napi: 1.2, v8: 2 })], baseline);
    assert.deepEqual(worse.map(inWords), ['values: create: 1.20 of napi, 20 % worse than 1.00']);
  });
  it('findRegressions-unknown', () => {
    assert.throws(
      () => findRegressions([measured('new', { napi: 1 })], baseline),
      /"values: new" is not in the baseline/,
    );
  });
  it('readBaseline-absent', () => assert.throws(() => readBaseline('/nowhere/baseline.json'), /--update/));
  it('readBaseline-damaged', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'baseline.json');
      await writeFile(file, '{');
      assert.throws(() => readBaseline(file), /baseline\.json cannot be read/);
    }));
  it('updateBaseline-keepsOthers', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'baseline.json');
      updateBaseline([measured('b', { napi: 1.004 }), measured('c', { v8: 2 })], file);
      updateBaseline([measured('a', { napi: 1.5 }), measured('c', { v8: 3 })], file);
      const { ratios } = JSON.parse(await readFile(file, 'utf8')) as { ratios: Record<string, Ratios> };
      assert.deepEqual(ratios, { 'values: a': { napi: 1.5 }, 'values: b': { napi: 1 }, 'values: c': { v8: 3 } });
    }));
  it('baseline-checkedIn', () => {
    const keys = Object.keys(readBaseline().ratios);
    assert.ok(keys.includes('scopes: open and close a handle scope'));
    assert.ok(keys.includes('memory: after 1,000 VMs with an env'));
  });
});

describe('table', () => {
  it('renderTable-stars', () => {
    const lines = renderTable([measured('create', { napi: 1.25, v8: 3 })]).split('\n');
    assert.match(lines[0] ?? '', /libjsvm +least +Node-API +V8/);
    assert.equal(lines[1], 'values');
    assert.match(lines[2] ?? '', /create +12\.5 ns +11\.0 ns +- +- +1\.25\* +3\.00/);
  });
});
