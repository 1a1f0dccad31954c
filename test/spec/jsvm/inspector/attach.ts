/** A client and a VM that know of each other. */
import assert from 'node:assert/strict';
import { Client } from './client.ts';
import { OK } from './debuggee.ts';
import type { Debuggee } from './debuggee.ts';

/** What a client does while the VM waits for it. */
type Prepare = (client: Client) => Promise<unknown>;

/** A new env whose inspector is open, and a client of it. */
export async function attach(
  debuggee: Debuggee,
  prepare?: Prepare,
): Promise<{ env: unknown; address: string; client: Client }> {
  const env = await debuggee.call('createEnv');
  const address = await debuggee.open(env);
  const client = await enabled(debuggee, env, address, prepare);
  return { env, address, client };
}

/** A client that has enabled its domains while the VM waited for it. */
export async function enabled(debuggee: Debuggee, env: unknown, address: string, prepare?: Prepare): Promise<Client> {
  const waited = debuggee.call('wait', env, false);
  const client = await Client.connect(address);
  await client.call('Runtime.enable');
  await client.call('Debugger.enable');
  await prepare?.(client);
  await client.call('Runtime.runIfWaitingForDebugger');
  assert.equal(await waited, OK);
  return client;
}

/**
 * A JS loop that ends when a client has made the condition false. The call in it keeps V8 from reading the variables of
 * the condition once and for all, which it may do with a loop that changes nothing.
 */
export function spinWhile(condition: string): string {
  return `while (${condition}) (0, eval)('0');`;
}
