/** What the runner and the engine process that holds the tests say to each other. */
import type { NativeStackMessage } from '../../../engine/protocol.ts';

/** A test of libjsvm_tests.so. Its place in the list is its index. */
export interface NativeCase {
  group: string;
  /** function_behaviour */
  name: string;
  kind: 'plain' | 'alone' | 'fatal';
  /** Of a fatal test: text that standard error or the log has to show. */
  expected: string;
}

/** The task of an engine process, as JSON in `$ARKHOST_JSVM_TESTS`. */
export interface Task {
  bridge: string;
  library: string;
  /** File to which every log line is appended. */
  sink: string;
  /** Indices of the cases to run; absent: list the cases. */
  run?: number[];
}

/** Messages of the engine process: JSON lines on file descriptor 3. */
export type Message =
  | { type: 'list'; cases: NativeCase[] }
  | { type: 'start'; index: number }
  | { type: 'end'; index: number; failures: string[] }
  /** From the bridge's crash handler. */
  | NativeStackMessage;
