/** Who of the code under test wants to know of errors that nobody catches. The harness asks before it judges. */

type ErrorObserver = (error: unknown) => void;
type RejectionObserver = (reason: unknown, promise: Promise<unknown>) => void;

/** Observers of `errorManager`; they are told in the order in which they came. */
export const errorObservers = new Map<number, ErrorObserver>();
export const rejectionObservers = new Set<RejectionObserver>();

/** Hands an uncaught exception over; false when nobody wants it. */
export function observeError(error: unknown): boolean {
  const all = [...errorObservers.values()];
  for (const observer of all) observer(error);
  return all.length > 0;
}

/** The same for a rejection that nobody handled. */
export function observeRejection(reason: unknown, promise: Promise<unknown>): boolean {
  const all = [...rejectionObservers];
  for (const observer of all) observer(reason, promise);
  return all.length > 0;
}
