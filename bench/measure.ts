/** Measures an operation: the sides take turns in many short rounds. */
import { setImmediate } from 'node:timers/promises';
import type { Addon, ListedOperation } from './addon.ts';
import { SIDES } from './model.ts';
import type { Measurement, Side } from './model.ts';
import { costOf, pairedRatio } from './statistics.ts';

/** A batch is this long: long enough for the clock, short enough to fit between two disturbances. */
const BATCH_NS = 4e5;
/** Each side runs this long before it counts, so that JS is optimised and tables have grown. */
const WARM_UP_NS = 6e7;
/** Rounds take no longer than this in all, however slow the operation. */
const LIMIT_NS = 5e9;
const LEAST_ROUNDS = 7;

interface Runner {
  side: Side;
  count: number;
  samples: number[];
  run(): number;
}

/** Measures the operation with this index in the addon's list. */
export async function measure(addon: Addon, index: number, rounds: number): Promise<Measurement> {
  const operation = addon.operations()[index];
  if (operation === undefined) throw new RangeError(`there is no operation ${index}`);
  const runners = SIDES.filter((side) => operation.sides[side]).map((side) => runnerOf(addon, index, side));
  let roundNs = 0;
  for (const runner of runners) roundNs += await warmUp(runner);
  const wanted = Math.max(LEAST_ROUNDS, Math.min(rounds, Math.floor(LIMIT_NS / roundNs)));
  for (let round = 0; round < wanted; round++) {
    // Another side begins each round, so that none is always the one after the others.
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(round + turn) % runners.length];
      if (runner !== undefined) runner.samples.push(runner.run() / runner.count);
    }
    // Node-API runs finalizers when the event loop turns.
    await setImmediate();
  }
  return summarise(operation, runners);
}

function runnerOf(addon: Addon, index: number, side: Side): Runner {
  const number = SIDES.indexOf(side);
  return {
    side,
    count: 1,
    samples: [],
    run() {
      // The caches forget a side while the others run: a few calls bring it back.
      if (this.count >= 100) addon.run(index, number, this.count >> 4);
      return addon.run(index, number, this.count);
    },
  };
}

/** Finds how many calls make a batch. Returns the nanoseconds of one. */
async function warmUp(runner: Runner): Promise<number> {
  let spent = 0;
  for (;;) {
    const time = runner.run();
    spent += time;
    if (spent >= WARM_UP_NS && (time >= BATCH_NS / 2 || runner.count >= 1e6)) return time;
    runner.count = Math.max(1, Math.min(1e6, Math.round((runner.count * BATCH_NS) / Math.max(time, BATCH_NS / 16))));
    await setImmediate();
  }
}

function summarise({ group, name }: ListedOperation, runners: readonly Runner[]): Measurement {
  const measurement: Measurement = { group, name, unit: 'ns', costs: {}, ratios: {} };
  const own = runners.find(({ side }) => side === 'jsvm')?.samples ?? [];
  for (const { side, samples } of runners) {
    measurement.costs[side] = costOf(samples);
    if (side !== 'jsvm') measurement.ratios[side] = pairedRatio(own, samples);
  }
  return measurement;
}
