/** Calls of what the code under test has handed over. */

/** What the callback throws is an uncaught exception, not the rejection of a promise that nobody has. */
export function call<V extends unknown[]>(callback: (...values: V) => unknown, ...values: V): void {
  try {
    callback(...values);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
