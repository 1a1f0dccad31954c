/** What is measured, and what comes out. */

/** libjsvm.so, Node-API of the engine, and V8 without either. */
export type Side = 'jsvm' | 'napi' | 'v8';

/** In the order of the addon's numbers for them. */
export const SIDES: readonly Side[] = ['jsvm', 'napi', 'v8'];

/** Something that is measured. */
export interface Operation {
  group: string;
  name: string;
}

/** What one side took: nanoseconds of processor time a call, or bytes. */
export interface Cost {
  median: number;
  min: number;
}

/** What the JSVM-API is compared with. `start`: with itself before the cycles, for growth. */
export type Against = 'napi' | 'v8' | 'start';

/** How often the JSVM-API takes what the other takes. */
export type Ratios = Partial<Record<Against, number>>;

export interface Measurement extends Operation {
  unit: 'ns' | 'bytes';
  costs: Partial<Record<Side, Cost>>;
  ratios: Ratios;
}

/** What the measuring process is told. */
export interface Task {
  /** The built addon. */
  addon: string;
  /** Text that the operation's group or name must hold; empty for all. */
  filter: string;
  /** Only the operations with these keys, when given. */
  keys?: string[];
  /** Rounds of each quick operation; each side has one batch in a round. */
  rounds: number;
}

/** What the measuring process says, one JSON line each. */
export type Message =
  | { type: 'progress'; key: string; done: number; total: number }
  | { type: 'measurement'; measurement: Measurement };

/** An operation's name in baseline.json and on the command line. */
export function keyOf(operation: Operation): string {
  return `${operation.group}: ${operation.name}`;
}
