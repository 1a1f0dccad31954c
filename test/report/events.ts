/** The one event model: from hypium on the host, or from the OHOS_REPORT text of a device. Reporters see nothing else. */

/** How one test case ended. `crash` and `timeout` are verdicts of the process around the test. */
export type Verdict = 'pass' | 'fail' | 'error' | 'crash' | 'timeout' | 'skip' | 'missing';

/** Why a case did not pass. */
export interface Failure {
  message: string;
  /** ArkTS or native stack, symbolised, one frame a line. */
  stack?: string;
}

/** A run begins; `expected` is the number of cases found before running, when known. */
export interface RunStart {
  type: 'run-start';
  module: string;
  expected?: number;
}

/** A case begins. `suite` is the path of suite names, outermost first. */
export interface CaseStart {
  type: 'case-start';
  suite: string[];
  name: string;
}

/** A case ended. */
export interface CaseEnd {
  type: 'case-end';
  suite: string[];
  name: string;
  verdict: Verdict;
  /** Milliseconds. */
  duration: number;
  failure?: Failure;
  /** What the ledger found open after the case: leaks and misuse, one line each. */
  findings?: string[];
}

/** A failure that belongs to no case: a failing hook, an error while loading, a leak at exit. */
export interface RunError {
  type: 'run-error';
  suite?: string[];
  failure: Failure;
  /** The tests cannot be loaded because a source has a syntax error: a device's build would have stopped. */
  unbuilt?: true;
  /** The filter matches no case. */
  unmatched?: true;
}

/** The run ended. */
export interface RunEnd {
  type: 'run-end';
  /** Milliseconds. */
  duration: number;
  /** What the ledger found open at the end, without failing the run; one line each. */
  findings?: string[];
}

/** Text that the module under test printed (console.*, printSync, native stdout or stderr). */
export interface Output {
  type: 'output';
  stream: 'stdout' | 'stderr';
  text: string;
}

export type TestEvent = RunStart | CaseStart | CaseEnd | RunError | RunEnd | Output;
