/** `ARKHOST_TRACE=1` prints on stderr when each phase of the command line and of the engine process ended. */
import { fs } from '../build/builtin.ts';

const enabled = process.env['ARKHOST_TRACE'] === '1';

/** Notes the end of a phase: milliseconds since the process began, and processor time spent in it. */
export function trace(phase: string): void {
  if (!enabled) return;
  const { user, system } = process.cpuUsage();
  const wall = (process.uptime() * 1000).toFixed(1).padStart(7);
  const cpu = ((user + system) / 1000).toFixed(0).padStart(4);
  // Not process.stderr: making that stream takes longer than most phases.
  fs.writeSync(2, `arkhost ${process.pid} ${wall} ms (cpu ${cpu}) ${phase}\n`);
}
