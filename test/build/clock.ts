/**
 * Milliseconds of a steady clock, for durations. Not `performance.now()`: the first use of `performance` loads a dozen of
 * Node's modules, which takes a start several milliseconds.
 */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1_000_000;
}
