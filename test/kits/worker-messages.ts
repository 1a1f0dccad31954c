/** What a Worker and the thread that made it say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { EngineConfig } from '../engine/protocol.ts';

/** What a Worker's thread is given. */
export interface WorkerStart {
  config: EngineConfig;
  /** The file to run. */
  script: string;
  name: string;
}

/** An error on its way between threads. */
export interface SentFault {
  name: string;
  message: string;
  stack: string;
}

/** To the Worker. */
export interface ToWorker {
  type: 'message';
  data: unknown;
}

/** A call of a global object of the thread that made the Worker, which waits for the answer. */
export interface GlobalCall {
  type: 'call';
  object: string;
  method: string;
  args: readonly unknown[];
  /** Becomes 1 when the answer is in the port. */
  signal: Int32Array;
  port: MessagePort;
}

export type CallAnswer = { value: unknown } | { code: number; message: string };

/** From the Worker. */
export type FromWorker =
  | { type: 'message'; data: unknown }
  | { type: 'fault'; fault: SentFault }
  | { type: 'output'; stream: 'stdout' | 'stderr'; text: string }
  | GlobalCall;
