/** Turns the flat stream of cases into the opening and closing of suites, for reporters that nest. */

/** A suite that is open. */
export interface OpenSuite {
  name: string;
  /** 0 for an outermost suite. */
  depth: number;
  failed: boolean;
  /** Cases and nested suites so far. */
  count: number;
  duration: number;
}

/** What a reporter does when a suite begins and ends. */
export interface SuiteListener {
  open(suite: OpenSuite): void;
  close(suite: OpenSuite): void;
}

/** Follows suite paths. Call `enter` before each case, `leaveAll` when the run ends. */
export class SuiteStack {
  readonly #listener: SuiteListener;
  readonly #stack: OpenSuite[] = [];

  constructor(listener: SuiteListener) {
    this.#listener = listener;
  }

  /** Closes the suites that are not on the path and opens those that are missing. */
  enter(path: readonly string[]): void {
    let common = 0;
    while (common < path.length && this.#stack[common]?.name === path[common]) common++;
    while (this.#stack.length > common) this.#leave();
    for (const name of path.slice(common)) {
      const suite: OpenSuite = { name, depth: this.#stack.length, failed: false, count: 0, duration: 0 };
      this.#stack.push(suite);
      this.#listener.open(suite);
    }
  }

  /** Adds a case to the open suites. */
  add(failed: boolean, duration: number): void {
    for (const suite of this.#stack) {
      suite.duration += duration;
      suite.failed ||= failed;
    }
    const inner = this.#stack.at(-1);
    if (inner !== undefined) inner.count++;
  }

  /** Number of open suites. */
  get depth(): number {
    return this.#stack.length;
  }

  /** Cases and suites so far in the innermost open suite. */
  get count(): number {
    return this.#stack.at(-1)?.count ?? 0;
  }

  leaveAll(): void {
    while (this.#stack.length > 0) this.#leave();
  }

  #leave(): void {
    const suite = this.#stack.pop();
    if (suite === undefined) return;
    const outer = this.#stack.at(-1);
    if (outer !== undefined) outer.count++;
    this.#listener.close(suite);
  }
}
