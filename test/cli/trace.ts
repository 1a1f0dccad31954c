const enabled = process.env['ARKHOST_TRACE'] === '1';

/** With `ARKHOST_TRACE=1`, notes on stderr that a phase of the command ended; milliseconds since the process began. */
export function trace(phase: string): void {
  if (enabled)
    process.stderr.write(
      `arkhost        ${process.pid} ${(process.uptime() * 1000).toFixed(1).padStart(7)} ms ${phase}\n`,
    );
}
