/** `ARKHOST_TRACE=1` prints on stderr when each phase of the engine process ended. */
const enabled = process.env['ARKHOST_TRACE'] === '1';

/** Notes the end of a phase; milliseconds since the process began. */
export function trace(phase: string): void {
  if (enabled) process.stderr.write(`arkhost engine ${process.pid} ${performance.now().toFixed(1).padStart(7)} ms ${phase}\n`);
}
