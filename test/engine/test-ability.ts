/**
 * The TestAbility that projects of the old style write by hand. A device starts it, and it starts the tests: what it sets up
 * before (globals, contexts, Hypium.setData) is there when they run.
 */
import { loadOwn } from '../build/own.ts';
import { host } from '../kits/host.ts';
import type * as Abilities from '../kits/abilities.ts';
import type { Failure } from '../report/events.ts';
import { importFailure } from './import-failure.ts';
import type { HypiumModule } from './hypium-types.ts';

/** Errors of imports and members that only the host lacks. */
const lacking = / on the host\b/;

/** Starts it, when there is one. Its own call of hypium does nothing, now or later. Gives what it fails with. */
export async function startWrittenAbility({ Hypium }: HypiumModule): Promise<Failure | undefined> {
  const { abilities, testAbility, testModuleName } = host().config;
  if (!abilities.some(({ name, moduleName }) => name === testAbility && moduleName === testModuleName))
    return undefined;
  const run = Hypium.hypiumTest;
  Hypium.hypiumTest = () => undefined;
  try {
    await (loadOwn('kits/abilities') as typeof Abilities).startTestAbility();
    return undefined;
  } catch (error) {
    const failure = importFailure(error);
    const message = `starting ${testAbility} failed: ${failure.message.replace(/^loading the tests failed: /, '')}`;
    if (!lacking.test(message)) return { ...failure, message };
    // Most tests do not need it.
    host().output('stderr', `${message}\n`);
    return undefined;
  } finally {
    Hypium.hypiumTest = run;
  }
}
