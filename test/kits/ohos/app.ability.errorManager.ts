/** `@ohos.app.ability.errorManager`: exceptions and rejections that nobody catches. With an observer, the run goes on. */
import { BusinessError, parameterError } from '../business-error.ts';
import { asyncForm } from '../callbacks.ts';
import { errorObservers, rejectionObservers } from '../error-observers.ts';
import { namespace } from '../namespace.ts';

interface ErrorObserver {
  onUnhandledException(message: string): void;
  onException?(error: { name: string; message: string; stack?: string }): void;
}

type RejectionObserver = (reason: unknown, promise: Promise<unknown>) => void;

let lastId = -1;

function tell(observer: ErrorObserver, thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  observer.onUnhandledException(error.stack ?? String(error));
  const { name, message, stack } = error;
  observer.onException?.({ name, message, ...(stack === undefined ? {} : { stack }) });
}

function on(kind: string, observer: ErrorObserver | RejectionObserver): number | undefined {
  if (kind === 'unhandledRejection' && typeof observer === 'function') {
    rejectionObservers.add(observer);
    return undefined;
  }
  if (kind !== 'error' || typeof observer !== 'object' || typeof observer?.onUnhandledException !== 'function')
    throw parameterError(`errorManager.on('${kind}') takes an observer of 'error' or 'unhandledRejection'.`);
  errorObservers.set(++lastId, (thrown) => tell(observer, thrown));
  return lastId;
}

const offError = asyncForm((id: number): void => {
  if (typeof id !== 'number') throw parameterError('The observerId must be a number.');
  if (!errorObservers.delete(id)) throw new BusinessError(16000003, 'The specified ID does not exist.');
});

function off(kind: string, ...rest: unknown[]): Promise<void> | undefined {
  if (kind === 'error') return offError(...(rest as [number]));
  if (kind !== 'unhandledRejection') throw parameterError(`There is no event '${kind}'.`);
  const [observer] = rest;
  if (observer === undefined) rejectionObservers.clear();
  else if (!rejectionObservers.delete(observer as RejectionObserver))
    throw new BusinessError(16300004, 'The observer does not exist.');
  return undefined;
}

export default namespace('@ohos.app.ability.errorManager', { on, off });
