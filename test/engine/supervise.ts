/**
 * Runs the tests of one module from outside: starts an engine process, follows its messages, cuts hangs, and goes on in a
 * new process after a crash. What comes out is the one event model of test/report.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../build/clock.ts';
import { isFile, moduleFiles } from '../project/layout.ts';
import type { Module } from '../project/model.ts';
import type { TestEvent } from '../report/events.ts';
import { engineConfig } from './config.ts';
import type { EngineTask } from './config.ts';
import { EngineProcess } from './launch.ts';
import type { EngineConfig } from './protocol.ts';
import { EngineSession } from './session.ts';
import { Watchdog } from './watchdog.ts';
import type { Limits } from './watchdog.ts';

export interface SuperviseOptions extends Omit<EngineTask, 'mode' | 'entry'> {
  /** The list to run; the module's own List.test.ets when absent. */
  entry?: string;
  /** An engine that was started ahead of time; one is started when absent. */
  engine?: EngineProcess;
  /** Milliseconds for a case's body or a hook before the process is ended; 0 means none. Default: hypium's limit and 2 s more. */
  caseTimeout?: number;
  /** Milliseconds for the whole run; 0, the default, means no limit. */
  runTimeout?: number;
}

/** hypium's own limit for a case when none is asked for. */
const hypiumTimeout = 5000;
/** How long hypium gets to notice a hanging case itself, which costs less than ending the process. */
const grace = 2000;
/** Loading a module: reading, transforming and linking its tests. */
const loadLimit = 60_000;

/**
 * Starts an engine for superviseTests before it is known what to run. It boots while the project is read and built.
 * @param cacheDir arkhost's cache folder.
 */
export function prestartEngine(cacheDir: string, mode: 'test' | 'run' = 'test'): EngineProcess {
  return new EngineProcess(process.execPath, cacheDir, mode);
}

/**
 * Runs a module's hypium tests and yields what happens. A crash, a hang or an uncaught exception ends the case that caused
 * it; the other cases run in a new process. Never throws for what the tests do; throws when the engine cannot be started.
 */
export async function* superviseTests(options: SuperviseOptions): AsyncGenerator<TestEvent> {
  const { module } = options;
  const entry = options.entry ?? module.ohosTest?.list;
  const startedAt = now();
  if (entry === undefined) {
    options.engine?.kill();
    yield { type: 'run-start', module: module.name };
    yield {
      type: 'run-error',
      failure: { message: `module ${module.name} has no src/ohosTest: there are no tests to run${localTests(module)}` },
    };
    yield { type: 'run-end', duration: now() - startedAt };
    return;
  }
  const config = engineConfig({ ...options, mode: 'test', entry });
  yield* supervise(config, limitsOf(options, config), options.engine ?? prestartEngine(options.cacheDir));
}

/** Tests that DevEco Studio runs without a device are of the same kind, but no device runs them. */
function localTests(module: Module): string {
  if (!isFile(join(module.root, moduleFiles.localTestList))) return '';
  return '. It has local unit tests in src/test; call their suites from src/ohosTest/ets/test/List.test.ets to run them here';
}

/** What `arkhost run` needs: the file in `entry`, and its arguments. */
export interface RunOptions extends Omit<EngineTask, 'mode'> {
  /** An engine that was started ahead of time with mode `run`; one is started when absent. */
  engine?: EngineProcess;
}

/**
 * Imports one ArkTS file in an engine process, calls its default export and yields what it prints (`output`) and how it
 * fails (`run-error`). There is no time limit.
 */
export async function* superviseRun(options: RunOptions): AsyncGenerator<TestEvent> {
  const config = engineConfig({ ...options, mode: 'run' });
  const limits: Limits = { load: 0, step: 0, gap: 0, run: 0 };
  yield* supervise(config, limits, options.engine ?? prestartEngine(options.cacheDir, 'run'));
}

/** Processes one after another until everything has been reported. */
async function* supervise(config: EngineConfig, limits: Limits, first: EngineProcess): AsyncGenerator<TestEvent> {
  const startedAt = now();
  const session = new EngineSession(config);
  let engine = first;
  const removeRunDir = (): void => rmSync(config.runDir, { recursive: true, force: true });
  process.once('exit', removeRunDir);
  try {
    for (;;) {
      yield* follow(engine, session, limits, now() - startedAt);
      if (session.isOver) break;
      engine = prestartEngine(config.cacheDir, config.mode);
    }
    yield* session.close(() => readPlan(config));
    yield {
      type: 'run-end',
      duration: now() - startedAt,
      ...(session.findings.length === 0 ? {} : { findings: session.findings }),
    };
  } finally {
    engine.kill();
    process.removeListener('exit', removeRunDir);
    removeRunDir();
  }
}

/** One engine process, from its configuration to its end. */
async function* follow(
  engine: EngineProcess,
  session: EngineSession,
  limits: Limits,
  usedMs: number,
): AsyncGenerator<TestEvent> {
  const watchdog = new Watchdog(limits, () => interrupt(engine));
  watchdog.startRun(usedMs);
  watchdog.watch('load');
  engine.configure(session.nextConfig(engine.child.pid ?? 0));
  let [woken, located] = [false, false];
  try {
    for (let message = await engine.next(); message !== undefined; message = await engine.next()) {
      // The verdict stands: asking where it hangs wakes some calls, which is no progress. They have no script frames.
      if (watchdog.fired !== undefined && message.type !== 'output' && message.type !== 'native-stack') {
        woken = true;
        if (located) engine.kill();
        continue;
      }
      if (message.type === 'case-start' || message.type === 'step' || message.type === 'hook-start')
        watchdog.watch('step');
      else if (message.type !== 'output' && message.type !== 'native-stack') watchdog.watch('gap');
      yield* session.take(message);
      if (message.type !== 'native-stack') continue;
      located = true;
      // A hanging process said all it can.
      if (watchdog.fired !== undefined && (woken || message.script !== undefined)) engine.kill();
      // A dying one may hang on its way: in a lock that the crash left closed.
      if (message.reason === 'signal') {
        watchdog.stop();
        killLater(engine);
      }
    }
    const exit = await engine.exit;
    yield* session.processEnded(exit, watchdog.fired, engine.stderrTail);
  } finally {
    watchdog.stop();
    engine.kill();
  }
}

/** Asks a hanging process where it is, then ends it. Without a handler the request itself ends it. */
function interrupt(engine: EngineProcess): void {
  engine.kill('SIGUSR2');
  killLater(engine);
}

/** Ends a process that does not end by itself within a second. */
function killLater(engine: EngineProcess): void {
  const timer = setTimeout(() => engine.kill('SIGKILL'), 1000);
  void engine.exit.finally(() => clearTimeout(timer));
}

function limitsOf(options: SuperviseOptions, config: EngineConfig): Limits {
  const hypium = Number(config.parameters['timeout'] ?? hypiumTimeout);
  const step = options.caseTimeout ?? hypium + grace;
  return { load: loadLimit, step, gap: step === 0 ? 0 : Math.max(step, 10_000), run: options.runTimeout ?? 0 };
}

/** The names of all planned cases; empty when the engine never got that far. */
function readPlan(config: EngineConfig): { suite: string[]; name: string }[] {
  try {
    return JSON.parse(readFileSync(join(config.runDir, 'plan.json'), 'utf8')) as { suite: string[]; name: string }[];
  } catch {
    return [];
  }
}
