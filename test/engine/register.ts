/** Registers the suites of a list, and reports what hypium would silently lose or put into another suite. */
import type { Failure } from '../report/events.ts';
import { host } from '../kits/host.ts';
import { send } from './channel.ts';
import { failureOf } from './failure.ts';
import type { HypiumCore } from './hypium-types.ts';
import type { Monitor } from './monitor.ts';
import { keepDataPromise } from './wrap.ts';

/** What registers something; each may be called only while the list does so. */
const registering = [
  'describe',
  'it',
  'beforeAll',
  'beforeEach',
  'afterEach',
  'afterAll',
  'beforeItSpecified',
  'afterItSpecified',
] as const;

/**
 * Wraps `describe` and `it` of hypium, whose `init` has run. Async suites are reported at once: hypium takes what comes
 * after their first await for the suite that happens to be open then.
 */
export function watchRegistration(core: HypiumCore, monitor: () => Monitor | undefined): void {
  const { describe, it } = core;
  core.describe = (name, body) => {
    describe.call(core, name, () => {
      const result: unknown = body();
      if (result instanceof Promise) asyncSuite(name, result);
    });
  };
  core.it = (name, filter, body) => it.call(core, name, filter, keepDataPromise(body, monitor));
}

/** Async suites whose function has not ended: what is registered late is theirs, and no fault of the case that runs. */
let unfinished = 0;

/** Later processes of a run register everything again: what the first has said is not said twice. */
function complain(suite: string[] | undefined, failure: Failure): void {
  const { resumeAfter, blocked } = host().config;
  if (resumeAfter >= 0 || blocked.length > 0) return;
  send({ type: 'run-error', failure, ...(suite === undefined ? {} : { suite }) });
}

function asyncSuite(name: string, result: Promise<unknown>): void {
  const message =
    `the function of describe('${name}') is async: cases after its first await never run. ` +
    'Make it synchronous, and await in beforeAll or in the cases';
  complain([name], { message });
  unfinished++;
  const ended = (): void => void unfinished--;
  result.then(ended, (error: unknown) => {
    const failure = failureOf(error);
    complain([name], { ...failure, message: `the function of describe('${name}'): ${failure.message}` });
    ended();
  });
}

/**
 * From now on nothing is registered any more: what tries is a failure, since it would never run. A case that does so, such
 * as one with an `it` in it, fails itself.
 */
export function closeRegistration(core: HypiumCore, monitor: () => Monitor | undefined): void {
  for (const kind of registering) {
    core[kind] = (...values: unknown[]): void => {
      const called = typeof values[0] === 'string' ? `${kind}('${values[0]}')` : `${kind}()`;
      const failure = failureOf(
        new Error(
          `${called} came after all suites were registered, so it never runs: call it in a describe, before any await`,
        ),
      );
      if (unfinished > 0 || monitor()?.charge(failure) !== true) complain(undefined, failure);
    };
  }
}
