/** Measures the memory that VMs take, and whether they give it back. */
import type { Addon } from './addon.ts';
import { SIDES } from './model.ts';
import type { Measurement, Operation } from './model.ts';
import { costOf, pairedRatio } from './statistics.ts';

export interface MemoryOperation extends Operation {
  measure(addon: Addon): Measurement;
}

const JSVM = SIDES.indexOf('jsvm');
const V8 = SIDES.indexOf('v8');
const LIVE_VMS = 40;
const LIVE_ROUNDS = 7;
const CYCLES = 1000;

export const MEMORY_OPERATIONS: readonly MemoryOperation[] = [
  { group: 'memory', name: 'a live VM with an env', measure: measureLive },
  { group: 'memory', name: 'after 1,000 VMs with an env', measure: measureGrowth },
];

function measureLive(this: Operation, addon: Addon): Measurement {
  const own: number[] = [];
  const raw: number[] = [];
  // The first time on each side the allocator's pools fill.
  addon.bytesPerLiveVm(JSVM, LIVE_VMS);
  addon.bytesPerLiveVm(V8, LIVE_VMS);
  for (let round = 0; round < LIVE_ROUNDS; round++) {
    own.push(addon.bytesPerLiveVm(JSVM, LIVE_VMS));
    raw.push(addon.bytesPerLiveVm(V8, LIVE_VMS));
  }
  const { group, name } = this;
  const costs = { jsvm: costOf(own), v8: costOf(raw) };
  return { group, name, unit: 'bytes', costs, ratios: { v8: pairedRatio(own, raw) } };
}

/** Shows the size of the process after the cycles, and how often it is the size before them. */
function measureGrowth(this: Operation, addon: Addon): Measurement {
  const before = addon.bytesAfterCycles(JSVM, CYCLES / 10);
  const after = addon.bytesAfterCycles(JSVM, CYCLES);
  const { group, name } = this;
  return { group, name, unit: 'bytes', costs: { jsvm: costOf([after]) }, ratios: { start: after / before } };
}
