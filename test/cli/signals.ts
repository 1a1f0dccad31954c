const { constants } = process.getBuiltinModule('node:os');

/**
 * Ends the process on Ctrl+C and its like by way of `exit`, so that engines, compilers and temporary files go with it.
 * The exit code is the shell's: 128 and the signal's number.
 */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** Ends the process in the same way when nobody reads its output any more, as in `arkhost test | head`. */
export function endOnClosedOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(128 + constants.signals.SIGPIPE);
  });
}
