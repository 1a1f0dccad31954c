/**
 * Uses the JSVM-API at random for some minutes and looks whether memory stays flat. Exit code 1 when it grows.
 *
 * Besides what is resident the table shows who has it: the heap of the VM and that of the engine as far as they are in
 * memory, what malloc gave out, and what it took from the system for that and may keep.
 */
import { getHeapStatistics } from 'node:v8';
import { loadDriver } from '../spec/jsvm-properties/driver.ts';
import { randomNumbers, randomOperations } from './operations.ts';

/** What is allowed above the level after the warm-up: noise of the allocator. */
const GROWTH = 0.03;
/** Share of the time in which caches fill. */
const WARM_UP = 0.3;
const SAMPLES = 60;
const MIB = 2 ** 20;

interface Sample {
  seconds: number;
  sequences: number;
  residentMiB: number;
  vmMiB: number;
  engineMiB: number;
  /** Resident without that: the engine, on which the soak runs, lets its young generation grow when it sees fit. */
  ownMiB: number;
  usedMiB: number;
  takenMiB: number;
  heapKiB: number;
  handles: number;
  contexts: number;
}

const minutes = Number(process.argv[2] ?? '10');
const seed = Number(process.argv[3] ?? '1');
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('soak: the arguments are a number of minutes above 0 and a whole number as seed, for example "10 1"');
  process.exit(2);
}

const driver = await loadDriver();
const random = randomNumbers(seed);
const duration = minutes * 60_000;
const start = performance.now();
const samples: Sample[] = [];
let sequences = 0;

console.log(`soak: ${minutes} minutes, seed ${seed}`);
console.log('                                       in memory, MiB                            used heap');
console.log(
  'seconds  sequences  resident      VM  engine  malloc used  malloc taken   KiB of the VM  handles B  contexts',
);
while (performance.now() - start < duration) {
  const until = start + ((samples.length + 1) * duration) / SAMPLES;
  while (performance.now() < until) {
    driver.run(randomOperations(random));
    sequences++;
  }
  samples.push(takeSample());
}
process.exitCode = report() ? 0 : 1;

function takeSample(): Sample {
  globalThis.gc?.();
  // Two collections: what the first one finalizes, the second one frees.
  const answers = driver.run([['collect'], ['collect'], ['heap'], ['malloc']]);
  const [heap = 0, handles = 0, contexts = 0, physical = 0] = answers[2] as number[];
  const [used = 0, taken = 0] = answers[3] as number[];
  const residentMiB = process.memoryUsage.rss() / MIB;
  const engineMiB = getHeapStatistics().total_physical_size / MIB;
  const sample: Sample = {
    seconds: Math.round((performance.now() - start) / 1000),
    sequences,
    residentMiB,
    vmMiB: physical / MIB,
    engineMiB,
    ownMiB: residentMiB - engineMiB,
    usedMiB: used / MIB,
    takenMiB: taken / MIB,
    heapKiB: heap / 1024,
    handles,
    contexts,
  };
  const { seconds, vmMiB, usedMiB, takenMiB, heapKiB } = sample;
  const sizes = [residentMiB, vmMiB, engineMiB, usedMiB, takenMiB].map((size) => size.toFixed(1));
  const cells = [seconds, sequences, ...sizes, heapKiB.toFixed(0), handles, contexts];
  const widths = [7, 11, 10, 8, 8, 13, 14, 16, 11, 10];
  console.log(cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join(''));
  return sample;
}

/** Compares the level after the warm-up with the level at the end. */
function report(): boolean {
  const settled = samples.slice(Math.floor(samples.length * WARM_UP));
  const half = Math.floor(settled.length / 2);
  const kinds = {
    ownMiB: 'resident memory without the heap of the engine',
    usedMiB: 'memory from malloc',
    heapKiB: 'heap of the VM',
    handles: 'handles',
    contexts: 'contexts',
  };
  let flat = true;
  for (const [kind, name] of Object.entries(kinds) as [keyof Sample, string][]) {
    const before = median(settled.slice(0, half).map((sample) => sample[kind]));
    const after = median(settled.slice(half).map((sample) => sample[kind]));
    const growth = before === 0 ? 0 : after / before - 1;
    const verdict = growth <= GROWTH ? 'flat' : 'GROWS';
    flat &&= growth <= GROWTH;
    console.log(`${name}: ${before.toFixed(1)} -> ${after.toFixed(1)} (${(growth * 100).toFixed(2)} %), ${verdict}`);
  }
  console.log(`${sequences} sequences; memory ${flat ? 'is flat' : 'grows'}.`);
  return flat;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
