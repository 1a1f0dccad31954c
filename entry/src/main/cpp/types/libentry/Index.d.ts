/** libentry.so: the native module of the memory sample. Import it as `import native from 'libentry.so'` or by names. */

/** What a script gives back. Anything but these five kinds arrives as its string, such as `Symbol(x)` or `1,2,3`. */
export type ScriptValue = number | string | boolean | undefined | null;

/** One hilog line of this module, as it was written: private parts are masked. */
export interface LogLine {
  /** 3 debug, 4 info, 5 warn, 6 error, 7 fatal. */
  level: number;
  /** 0x3200. */
  domain: number;
  /** `JsvmMemory`. */
  tag: string;
  message: string;
}

/** The completion value of a script. */
export interface ScriptResult {
  value: ScriptValue;
  /** The lines that this thread logged since the last call that took them, oldest first. */
  log: LogLine[];
}

/** What every function of this module throws. */
export interface JsvmError extends Error {
  /**
   * The name of the JSVM status, such as `JSVM_GENERIC_FAILURE` for a script that threw or did not compile; or
   * `JSVM_SESSION_CLOSED`, `JSVM_SESSION_WRONG_THREAD`, `JSVM_SESSION_NEW_EXPECTED`; or `NAPI_STATUS_<number>` when a
   * Node-API call failed.
   */
  code: string;
}

/** The heap of a VM; sizes in bytes. */
export interface HeapStatistics {
  /** Committed JS heap. */
  totalHeapSize: number;
  /** Committed pages for code. */
  totalHeapSizeExecutable: number;
  /** The part of the heap that is resident in memory. */
  totalPhysicalSize: number;
  /** Room up to the limit. */
  totalAvailableSize: number;
  /** Live objects and garbage not yet collected. */
  usedHeapSize: number;
  /** The most the heap may take. */
  heapSizeLimit: number;
  /** Native memory the engine itself uses. */
  mallocedMemory: number;
  /** ArrayBuffers and external strings. Bytes told by adjustExternalMemory do not show here. */
  externalMemory: number;
  peakMallocedMemory: number;
  numberOfNativeContexts: number;
  numberOfDetachedContexts: number;
  totalGlobalHandlesSize: number;
  usedGlobalHandlesSize: number;
}

/**
 * A VM with one env that lives between calls. It belongs to the thread that made it. Scripts in it can call
 *
 * - `adjustExternalMemory(bytes?)`: native memory held by JS objects grew (or shrank, when negative) by so many bytes;
 *   1 MiB without an argument. Returns true. Only bytes that were added can be given back.
 * - `memoryPressureNotification(level?)`: 0 none, 1 moderate, 2 critical (also without an argument). Returns undefined.
 * - `externalMemoryTotal()`: the VM's total of external memory in bytes, ArrayBuffers included.
 *
 * A wrong argument is a TypeError or a RangeError in the script. A failure is thrown as a JsvmError; when a script threw
 * or did not compile, the message holds its exception, line and column.
 */
export class JsvmSession {
  constructor();

  /** Runs a script. Globals it makes stay for the next one. */
  evaluate(source: string): ScriptResult;

  /** The heap as it is now; collects nothing. */
  heapStatistics(): HeapStatistics;

  /** The lines that wait since they were last taken, for instance after a script that failed. Works after close too. */
  takeLog(): LogLine[];

  /** Ends the VM and gives back what its scripts added. Sessions left open are closed when they are collected. */
  close(): void;
}

/** Runs a script in a VM of its own, made and ended for it. Throws like JsvmSession.evaluate. */
export function runScript(source: string): ScriptResult;

/** The lines which the calling thread logged since they were last taken, oldest first. */
export function takeLog(): LogLine[];

/** The same members, for a default import. */
export interface NativeModule {
  JsvmSession: typeof JsvmSession;
  runScript: (source: string) => ScriptResult;
  takeLog: () => LogLine[];
}

declare const native: NativeModule;

export default native;
