/**
 * What the parent and the engine process say to each other, one JSON value a line. The parent sends one EngineConfig on file
 * descriptor 3; the engine answers with EngineMessage lines, by the same way until it has a ring (ring.ts), then there. The
 * crash handler always uses the descriptor.
 */
import type { Failure, Verdict } from '../report/events.ts';

/** Everything an engine process needs to know. All paths are absolute. */
export interface EngineConfig {
  /** `test` runs a hypium list; `run` calls the default export of one file. */
  mode: 'test' | 'run';
  /** List.test.ets, or the file to run. */
  entry: string;
  bundleName: string;
  versionName: string;
  versionCode: number;
  moduleName: string;
  /** Name of the test module, such as `entry_test`; equals moduleName when there is none. */
  testModuleName: string;
  moduleRoot: string;
  etsRoot: string;
  /** ArkTS sources of the test module; equals etsRoot when there is none. */
  testEtsRoot: string;
  /** Abilities of the module and of its test module. */
  abilities: EngineAbility[];
  /** The ability that the system starts before the tests; its name is that of hvigor's when the project has none. */
  testAbility: string;
  /** Files of AbilityStages by module name. */
  stages: Record<string, string>;
  /** Folders of resources, those of the application first; later ones win. */
  resourceFolders: string[];
  /** `src/main/resources`, when it exists. */
  resources?: string;
  /** The table of `routerMap`, when the module has one. */
  routeMap?: string;
  /** The bridge addon; empty for a module without native code. */
  bridge: string;
  /** The host NDK's sysroot; empty for a module without native code. */
  sysroot: string;
  /** `libentry.so` to the built file. */
  libraries: Record<string, string>;
  /** Other packages: name to folder, and the main file its oh-package.json5 names (may be empty). */
  packages: Record<string, { folder: string; main: string }>;
  /** Cache of arkhost. */
  cacheDir: string;
  /** A folder of this run only: log sink, plan, sandbox. The parent removes it. */
  runDir: string;
  /** hypium parameters (`class`, `timeout`, `stress`...), without `-s `. */
  parameters: Record<string, string>;
  /** Plan index of the last case that is done; -1 at first. */
  resumeAfter: number;
  /** Cases that must not run because a hook before them ended the process. */
  blocked: BlockedRange[];
  /** Seed for `random`. */
  seed: number;
  /** Arguments after `--` of `arkhost run`. */
  arguments: string[];
}

/** Name of the ring's file in the run folder. */
export function ringFile(pid: number): string {
  return `messages.${pid}`;
}

/** An ability that can be started. */
export interface EngineAbility {
  name: string;
  source: string;
  moduleName: string;
  /** Pages of the ability are found here. */
  etsRoot: string;
  isMultiton: boolean;
}

/** Cases `first` to `last` of the plan, reported with a verdict instead of being run. */
export interface BlockedRange {
  first: number;
  last: number;
  verdict: Verdict;
  failure: Failure;
}

/** The cases to run were found. The names stand in `plan.json` of the run folder. */
export interface PlanMessage {
  type: 'plan';
  total: number;
}

export interface CaseStartMessage {
  type: 'case-start';
  index: number;
  suite: string[];
  name: string;
}

export interface CaseEndMessage {
  type: 'case-end';
  index: number;
  suite: string[];
  name: string;
  verdict: Verdict;
  duration: number;
  failure?: Failure;
  findings?: string[];
}

/** A suite-level hook begins or ends. `first` and `last` are the suite's cases in the plan (empty when last < first). */
export interface HookMessage {
  type: 'hook-start' | 'hook-end';
  suite: string[];
  hook: 'beforeAll' | 'afterAll';
  first: number;
  last: number;
}

/** A part of the running case begins (a hook, the body): the time limit counts from here. */
export interface StepMessage {
  type: 'step';
}

export interface RunErrorMessage {
  type: 'run-error';
  suite?: string[];
  failure: Failure;
  /** A source has a syntax error. */
  unbuilt?: true;
  /** The filter matches no case. */
  unmatched?: true;
}

/** Text the tests printed with `console.*` or printSync. */
export interface OutputMessage {
  type: 'output';
  stream: 'stdout' | 'stderr';
  text: string;
}

/** The process state is not to be trusted any more: run the rest in a new one. */
export interface RestartMessage {
  type: 'restart';
}

/** All planned cases were reported. */
export interface FinishedMessage {
  type: 'finished';
  /** What is still open and harmless, one line each. */
  findings: string[];
}

/** Written by the crash handler in the bridge. */
export interface NativeStackMessage {
  type: 'native-stack';
  /** Why: a fatal signal, `exit` called by native code, or a stack asked for by the watchdog. */
  reason: 'signal' | 'exit' | 'hang';
  signal?: number;
  address?: string;
  /** Frames, innermost first: the file that holds the code, and the offset in it. */
  frames: { module: string; offset: string; symbol?: string }[];
  /** The thread's last calls of JSVM-API and Node-API, the newest first. */
  calls?: string[];
  /** Script stack, when it could be read. */
  script?: string;
}

export type EngineMessage =
  | PlanMessage
  | CaseStartMessage
  | CaseEndMessage
  | HookMessage
  | StepMessage
  | RunErrorMessage
  | OutputMessage
  | RestartMessage
  | FinishedMessage
  | NativeStackMessage;
