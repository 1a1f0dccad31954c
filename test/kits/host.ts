/** What the kits know of the engine around them. The engine fills it in before any kit is loaded. */
import type { EngineConfig, OutputMessage } from '../engine/protocol.ts';
import type { UiPage } from './ui-tree.ts';

/** One line of the log, as the bridge returns it. */
export interface LogRecord {
  sequence: number;
  timeMs: number;
  pid: number;
  tid: number;
  type: number;
  level: number;
  domain: number;
  tag: string;
  message: string;
}

/** What is open in one VM of JSVM; the fields of test/ndk/jsvm/core/ledger.h. */
export interface VmLedger {
  /** 1, 2, 3... in order of creation. */
  id: number;
  /** The VM is gone, and the counts are what was open when it went. */
  destroyed: boolean;
  envs: number;
  vmScopes: number;
  envScopes: number;
  handleScopes: number;
  references: number;
  deferreds: number;
  retainedScripts: number;
  externalBytes: number;
  /** E01 to E06, counted at every call. */
  misuses: number;
}

/** Calls of the system for files. Numbers below 0 are those of errors; paths are this computer's. */
export interface SystemFiles {
  duplicate(fd: number): number;
  seek(fd: number, offset: number, whence: number): number;
  /** Does not wait. */
  lock(fd: number, kind: 'shared' | 'exclusive' | 'none'): number;
  setAttribute(path: string, name: string, text: string): number;
  getAttribute(path: string, name: string): string | number;
  /** Follows a file by events of inotify until the function that it returns is called. */
  watch(
    path: string,
    events: number,
    listener: (name: string, event: number, cookie: number) => void,
  ): (() => void) | number;
}

/** The bridge addon: the only way from TypeScript to the host NDK. */
export interface Bridge {
  /** Loads a native module and returns its exports. Throws when the library cannot be loaded or registers nothing. */
  loadModule(path: string): Record<string, unknown>;
  logWrite(level: number, domain: number, tag: string, message: string): void;
  logIsLoggable(domain: number, tag: string, level: number): boolean;
  logRead(afterSequence: number): LogRecord[];
  logClear(): void;
  logFormatLine(record: LogRecord): string;
  logOpenSink(path: string): void;
  ledger(): VmLedger[];
  /** Serves napi_load_module on this thread. */
  setModuleLoader?(load: (path: string) => unknown): void;
  /** Makes a file of so many bytes and returns its contents as memory: what stands there survives this process. */
  shareMemory?(path: string, bytes: number): ArrayBuffer;
  /** What a runtime that native code makes on a thread of its own runs first; it returns what sets its module loader. */
  setRuntimeScript?(script: string): void;
  /** Lets the device's paths that native code uses stand below this folder. */
  setDeviceRoot?(folder: string): void;
  /** Absent in modules without native code. */
  files?: SystemFiles;
  /** Reports fatal signals, exit() in native code and asked-for stacks on this file descriptor. */
  installCrashHandler?(fd: number): void;
}

/** What promptAction does with builders and ComponentContent. */
export interface CustomDialogs {
  /** Returns the id of the dialog. */
  open(what: object, options?: object): number;
  close(what: object | number): void;
  update(what: object): void;
}

export interface KitHost {
  config: EngineConfig;
  bridge: Bridge;
  /** Hands printed text to the parent, in order with the test events. */
  output(stream: OutputMessage['stream'], text: string): void;
  /** Imports an ArkTS file of the module under test. */
  importFile(path: string): Promise<Record<string, unknown>>;
  /** Replaces modules in files imported from now on: name to a file, from the module's folder. */
  mock(mocks: Record<string, string>): void;
  /** A part of the component runtime that a kit exports, by name. */
  component(name: string): object;
  /** The same at once. */
  requireFile(path: string): Record<string, unknown>;
  /** The page of `@Entry({ routeName })`; undefined when no loaded file has it. */
  namedPage(name: string): (() => UiPage) | undefined;
  /** Imports a page file. Gives what makes a page of its `@Entry` struct; undefined when it has none. */
  loadPage(path: string, storage?: object): Promise<(() => UiPage) | undefined>;
}

let current: KitHost | undefined;

/** Set once by the engine. */
export function setHost(host: KitHost): void {
  current = host;
}

/** The engine around the kits. Throws when a kit is imported outside an engine process. */
export function host(): KitHost {
  if (current === undefined) throw new Error('arkhost kits work only inside an arkhost engine process');
  return current;
}
