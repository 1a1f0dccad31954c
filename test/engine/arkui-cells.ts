/** State of components: cells that know who read them, and the values in them whose changes count as well. */
import { rawOf, watchValue } from './arkui-observe.ts';

/** What is built from cells, and must be built again when one changes. */
export interface Dependent {
  /** The cells read in the last build. */
  readonly sources: Set<Cell>;
  /** One of them has changed. */
  invalidate(): void;
}

let reader: Dependent | undefined;

/** Runs code on behalf of a dependent: the cells that it reads are noted. With undefined, none are. */
export function readingAs<T>(dependent: Dependent | undefined, run: () => T): T {
  const outer = reader;
  reader = dependent;
  try {
    return run();
  } finally {
    reader = outer;
  }
}

/** Forgets what a dependent has read. */
export function forget(dependent: Dependent): void {
  for (const cell of dependent.sources) cell.dependents.delete(dependent);
  dependent.sources.clear();
}

/** Which changes inside a value count: those of its own members, those of containers only, or none. */
export type Depth = 'members' | 'containers' | 'value';

/** One state variable. */
export class Cell {
  readonly dependents = new Set<Dependent>();
  /** Called after each change. */
  readonly watchers = new Set<() => void>();
  readonly #depth: Depth;
  readonly #onInnerChange = (): void => this.changed();
  #value: unknown;
  #stopWatching: (() => void) | undefined;

  constructor(value: unknown, depth: Depth = 'members') {
    this.#depth = depth;
    this.#take(value);
  }

  get value(): unknown {
    if (reader !== undefined) {
      this.dependents.add(reader);
      reader.sources.add(this);
    }
    return this.#value;
  }

  set value(value: unknown) {
    if (Object.is(rawOf(value), rawOf(this.#value))) return;
    this.#take(value);
    this.changed();
  }

  /** The value, read by nobody. */
  peek(): unknown {
    return this.#value;
  }

  /** Takes a value that nobody is told of: a getter's, made when it is asked for. */
  keep(value: unknown): void {
    this.#take(value);
  }

  /** Tells everybody that the value, or something in it, is another one. */
  changed(): void {
    for (const dependent of [...this.dependents]) dependent.invalidate();
    for (const watcher of [...this.watchers]) watcher();
  }

  /** Lets go of the value: the variable's component is gone. */
  release(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.watchers.clear();
  }

  #take(value: unknown): void {
    this.#stopWatching?.();
    const { proxy, stop } = watchValue(value, this.#depth, this.#onInnerChange);
    this.#value = proxy;
    this.#stopWatching = stop;
  }
}
