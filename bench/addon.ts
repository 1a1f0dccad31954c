/** The addon of bench/native. */
import { createRequire } from 'node:module';
import type { Operation, Side } from './model.ts';

export interface ListedOperation extends Operation {
  sides: Record<Side, boolean>;
}

export interface Addon {
  operations(): ListedOperation[];
  /** Runs an operation `count` times on a side (its number in SIDES). Returns nanoseconds for all of them. */
  run(index: number, side: number, count: number): number;
  /** Resident bytes that each of `count` living VMs (side 0) or isolates (side 2) takes. */
  bytesPerLiveVm(side: number, count: number): number;
  /** Makes and destroys `count` VMs (side 0) or isolates (side 2). Returns the resident bytes of the process. */
  bytesAfterCycles(side: number, count: number): number;
}

/** Loads the addon. */
export function loadAddon(path: string): Addon {
  return createRequire(import.meta.url)(path) as Addon;
}
