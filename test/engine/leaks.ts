/** Judges what the ledger says before and after a case, and at the end of a run. */
import type { Bridge, VmLedger } from '../kits/host.ts';

/** What to do about the ledger: `errors` fail, `notes` are only shown. */
export interface LedgerVerdict {
  errors: string[];
  notes: string[];
}

const scopes = { vmScopes: 'VM scope', envScopes: 'env scope', handleScopes: 'handle scope' } as const;
const others = {
  envs: 'env',
  references: 'reference',
  deferreds: 'deferred',
  retainedScripts: 'retained script',
} as const;
const counted = { ...others, ...scopes };

/**
 * Compares the ledger around a case.
 * Fails: a VM that was destroyed with a scope or an env open, and a handle scope opened in the case that is still open.
 * Notes: everything else that grew in a VM which the case did not make, and misuse that the device would log.
 */
export function judgeCase(before: readonly VmLedger[], after: readonly VmLedger[]): LedgerVerdict {
  const verdict: LedgerVerdict = { errors: [], notes: [] };
  const known = new Map(before.map((vm) => [vm.id, vm]));
  for (const vm of after) {
    const old = known.get(vm.id);
    if (vm.destroyed && !old?.destroyed) destroyed(vm, verdict);
    else if (!vm.destroyed) grown(vm, old, verdict);
    const misuses = vm.misuses - (old?.misuses ?? 0);
    if (misuses > 0)
      verdict.notes.push(`VM ${vm.id}: ${count(misuses, 'misuse')} of JSVM-API (see the log lines E01 to E06)`);
  }
  return verdict;
}

/**
 * Judges the end of a run: an open handle scope fails, a VM that is still alive is noted.
 * @param makers The cases in which VMs were made, by the ids of the VMs.
 */
export function judgeEnd(ledger: readonly VmLedger[], makers: ReadonlyMap<number, string> = new Map()): LedgerVerdict {
  const verdict: LedgerVerdict = { errors: [], notes: [] };
  for (const vm of ledger) {
    if (vm.destroyed) continue;
    const maker = makers.get(vm.id);
    const made = maker === undefined ? '' : ` (made in ${maker})`;
    if (vm.handleScopes > 0) verdict.errors.push(`VM ${vm.id}${made} was left with ${open(vm, scopes)}`);
    else
      verdict.notes.push(
        `VM ${vm.id}${made} is still alive at the end of the run${open(vm, counted) === '' ? '' : `, with ${open(vm, counted)}`}`,
      );
  }
  return verdict;
}

/** The ledger, with native code's own collectable objects gone first when something is open. */
export async function settledLedger(bridge: Bridge): Promise<VmLedger[]> {
  if (bridge.ledger().every((vm) => vm.destroyed)) return bridge.ledger();
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Flags are part of a code cache's version: left on, it would spoil the cache that Node writes when the process ends.
  setFlagsFromString('--no-expose-gc');
  // Finalizers run after the collection, on later turns of the event loop.
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return bridge.ledger();
}

function destroyed(vm: VmLedger, verdict: LedgerVerdict): void {
  const failing = open(vm, { envs: others.envs, ...scopes });
  if (failing !== '') verdict.errors.push(`VM ${vm.id} was destroyed with ${failing} left open`);
  const harmless = open(vm, {
    references: others.references,
    deferreds: others.deferreds,
    retainedScripts: others.retainedScripts,
  });
  if (harmless !== '') verdict.notes.push(`VM ${vm.id} was destroyed with ${harmless} left open`);
}

function grown(vm: VmLedger, old: VmLedger | undefined, verdict: LedgerVerdict): void {
  const handles = vm.handleScopes - (old?.handleScopes ?? 0);
  if (handles > 0) verdict.errors.push(`VM ${vm.id}: ${count(handles, scopes.handleScopes)} left open by this case`);
  if (old === undefined) return;
  const kinds = { ...others, vmScopes: scopes.vmScopes, envScopes: scopes.envScopes };
  for (const [field, name] of Object.entries(kinds) as [keyof typeof kinds, string][]) {
    const more = vm[field] - old[field];
    if (more > 0) verdict.notes.push(`VM ${vm.id}: ${count(more, name)} left open by this case`);
  }
  const bytes = vm.externalBytes - old.externalBytes;
  if (bytes > 0) verdict.notes.push(`VM ${vm.id}: ${bytes} external bytes not given back by this case`);
}

function open(vm: VmLedger, kinds: Partial<Record<keyof typeof counted, string>>): string {
  const parts = (Object.entries(kinds) as [keyof typeof counted, string][])
    .filter(([field]) => vm[field] > 0)
    .map(([field, name]) => count(vm[field], name));
  return parts.join(' and ');
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}
