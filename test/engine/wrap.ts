/** Wraps what hypium runs, so that its gaps (see the functions) become honest failures. Signatures stay as hypium reads them. */
import { util } from '../build/builtin.ts';
import { send } from './channel.ts';
import { failureOf } from './failure.ts';
import type { HypiumFunction, HypiumSpec, HypiumSuite } from './hypium-types.ts';
import type { Monitor } from './monitor.ts';
import type { Plan, PlannedSuite } from './plan.ts';

const { inspect } = util;

/** How far the running case came; a case whose body threw has skipped its afterEach hooks. */
export interface Progress {
  afterEachRan: boolean;
}

/** hypium takes `throw undefined` for a pass, and dies on a thrown string in a hook: give both an Error. */
function asError(thrown: unknown, what: string): unknown {
  if (thrown === undefined || thrown === null) return new Error(`${what} threw ${String(thrown)}`);
  return thrown;
}

/** Wraps the bodies and hooks of all planned suites. */
export function wrapPlan(plan: Plan, monitor: Monitor, progress: Progress): void {
  const bodies = new Set<HypiumSpec>();
  for (const entry of plan.suites) {
    for (const spec of entry.suite.specs) {
      if (bodies.has(spec)) continue;
      bodies.add(spec);
      spec.fn = wrapBody(spec.fn, entry.suite.beforeEach.length > 0);
    }
    wrapSuite(entry, monitor, progress);
  }
}

function wrapBody(body: HypiumFunction, afterHook: boolean): HypiumFunction {
  const wrapped = async (...values: unknown[]): Promise<void> => {
    // The start of the case says the same when no hook ran in between.
    if (afterHook) send({ type: 'step' });
    try {
      await body(...(values as [unknown]));
    } catch (error) {
      throw asError(error, 'the case');
    }
  };
  // hypium looks at the number of parameters to decide whether the body takes data.
  return Object.defineProperty(wrapped, 'length', { value: body.length });
}

function wrapSuite(entry: PlannedSuite, monitor: Monitor, progress: Progress): void {
  const { suite } = entry;
  suite.beforeEach = suite.beforeEach.map((hook) => wrapEach(hook, 'beforeEach'));
  suite.afterEach = suite.afterEach.map((hook) => {
    const wrapped = wrapEach(hook, 'afterEach');
    return () => {
      progress.afterEachRan = true;
      return wrapped();
    };
  });
  suite.beforeAll = suite.beforeAll.map((hook) => wrapAll(hook, 'beforeAll', entry, monitor));
  suite.afterAll = suite.afterAll.map((hook) => wrapAll(hook, 'afterAll', entry, monitor));
}

function wrapEach(hook: HypiumFunction, name: string): HypiumFunction {
  return async () => {
    send({ type: 'step' });
    try {
      await hook();
    } catch (error) {
      throw error instanceof Error ? error : new Error(`${name} threw ${inspect(error)}`);
    }
  };
}

function wrapAll(
  hook: HypiumFunction,
  name: 'beforeAll' | 'afterAll',
  entry: PlannedSuite,
  monitor: Monitor,
): HypiumFunction {
  const { suite, path, first, last } = entry;
  return async () => {
    const priorError = suite.hookError;
    send({ type: 'hook-start', suite: path, hook: name, first, last });
    monitor.hook = { suite: path, name };
    try {
      await hook();
      // A caught assertion leaves its mark on the suite only.
      if (name === 'afterAll' && suite.hookError !== priorError) throw suite.hookError;
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(`${name} threw ${inspect(thrown)}`);
      // hypium reports a failing beforeAll at the suite's cases, and never finishes when there are none; it hides a failing afterAll.
      if (name === 'beforeAll' && !isEmpty(suite)) throw error;
      const failure = failureOf(error);
      send({
        type: 'run-error',
        suite: path,
        failure: { ...failure, message: `${name} of ${path.join(' › ')}: ${failure.message}` },
      });
    } finally {
      monitor.hook = undefined;
      send({ type: 'hook-end', suite: path, hook: name, first, last });
    }
  };
}

function isEmpty(suite: HypiumSuite): boolean {
  return suite.specs.length === 0 && suite.childSuites.length === 0;
}

/**
 * hypium does not wait for a body with the one parameter `data`. Its promise is kept, and the monitor waits for it.
 * The wrapper has the parameter name that hypium finds by reading the function's text.
 */
export function keepDataPromise(
  body: (...values: unknown[]) => unknown,
  monitor: () => Monitor | undefined,
): typeof body {
  if (body.length !== 1) return body;
  const parameter = /^(?:async\s+)?(?:function\b[^(]*)?\(?\s*([\w$]*)/.exec(String(body))?.[1];
  if (parameter !== 'data') return body;
  return function (data: unknown): unknown {
    const result = body(data);
    if (result instanceof Promise) {
      const running = monitor()?.running;
      running?.pending.push(result);
      result.catch((error: unknown) => running?.extra.push(failureOf(error)));
    }
    return result;
  };
}
