/** The switches that make the engine's VMs behave like those of a device with less. */
import type { Arguments } from './arguments.ts';

/** Least heap in MiB with which a VM starts. */
const LEAST_HEAP = 8;

/** Whether the command line holds one of the switches: it is looked at before it is read, since the engine starts first. */
export function hasDeviceMode(argv: string[]): boolean {
  return argv.some((argument) => argument === '--jitless' || argument.startsWith('--heap-limit'));
}

/**
 * Puts the switches into the environment that engine processes inherit. Throws UsageError for a heap limit that is not a
 * whole number of MiB.
 */
export async function applyDeviceMode(args: Arguments): Promise<void> {
  if (args.has('jitless')) process.env['ARKHOST_JSVM_JITLESS'] = '1';
  const limit = args.value('heap-limit');
  if (limit === undefined) return;
  if (!/^\d{1,6}$/.test(limit) || Number(limit) < LEAST_HEAP) {
    const { UsageError } = await import('./arguments.ts');
    throw new UsageError(`--heap-limit takes a whole number of MiB, at least ${LEAST_HEAP}, not "${limit}"`);
  }
  process.env['ARKHOST_JSVM_HEAP_LIMIT'] = limit;
}
