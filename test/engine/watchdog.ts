/** Time limits, kept outside the engine process: a synchronous or native endless loop cannot stop itself. */

/** Milliseconds; 0 means no limit. */
export interface Limits {
  /** From the start of the process until the cases are known. */
  load: number;
  /** A case's body, or one hook. */
  step: number;
  /** From the end of one thing to the start of the next, and the end of the process. */
  gap: number;
  /** All cases together. */
  run: number;
}

/** One timer that is set again at every message. */
export class Watchdog {
  readonly limits: Limits;
  /** Why it fired: `step`, `gap`, `load` or `run`. */
  fired: keyof Limits | undefined;
  readonly #onFire: () => void;
  #timer: NodeJS.Timeout | undefined;
  #runTimer: NodeJS.Timeout | undefined;

  constructor(limits: Limits, onFire: () => void) {
    this.limits = limits;
    this.#onFire = onFire;
  }

  /** Starts the limit of the whole run, less what earlier processes used. */
  startRun(usedMs: number): void {
    if (this.limits.run > 0)
      this.#runTimer = setTimeout(() => this.#fire('run'), Math.max(1, this.limits.run - usedMs));
  }

  /** Starts a limit in place of the one before. */
  watch(kind: 'load' | 'step' | 'gap'): void {
    clearTimeout(this.#timer);
    const limit = this.limits[kind];
    this.#timer = limit > 0 ? setTimeout(() => this.#fire(kind), limit) : undefined;
  }

  /** No limits any more. */
  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#runTimer);
  }

  #fire(kind: keyof Limits): void {
    this.stop();
    this.fired = kind;
    this.#onFire();
  }
}
