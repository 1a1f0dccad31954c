/** Failures that reach nobody: uncaught exceptions, unhandled rejections, and an exit in the middle. */
import { observeError, observeRejection } from '../kits/error-observers.ts';
import { send } from './channel.ts';
import { failureOf } from './failure.ts';
import type { Monitor } from './monitor.ts';

/**
 * Installs the handlers. `monitor` is undefined while test files load. What the code under test observes by errorManager is
 * handled: on a device the run goes on then.
 */
export function installTraps(monitor: () => Monitor | undefined): void {
  process.on('unhandledRejection', (reason, promise) => {
    if (observeRejection(reason, promise)) return;
    const failure = failureOf(reason);
    const charged = monitor()?.charge({ ...failure, message: `unhandled rejection: ${failure.message}` });
    if (charged !== true) send({ type: 'run-error', ...place(monitor(), failure, 'unhandled rejection') });
  });
  process.on('uncaughtException', (error) => {
    if (observeError(error)) return;
    const failure = failureOf(error);
    const state = monitor();
    if (state?.running !== undefined)
      state.breakCase({ ...failure, message: `uncaught exception: ${failure.message}` }, 'error');
    else send({ type: 'run-error', ...place(state, failure, 'uncaught exception') });
    // The case that waits for the code that died would wait for its whole time limit: the rest runs in a new process.
    send({ type: 'restart' });
    process.exit(1);
  });
}

function place(
  state: Monitor | undefined,
  failure: { message: string; stack?: string },
  what: string,
): { suite?: string[]; failure: { message: string; stack?: string } } {
  if (state?.hook !== undefined) {
    const { suite, name } = state.hook;
    return { suite, failure: { ...failure, message: `${what} in ${name}: ${failure.message}` } };
  }
  const where =
    state === undefined
      ? 'while loading the tests'
      : state.last === ''
        ? 'before the first case'
        : `after ${state.last}`;
  return { failure: { ...failure, message: `${what} ${where}: ${failure.message}` } };
}
