/** How UiTest works on the page on show: one operation at a time, each on a tree that has come to rest. */
import { startTestAbility, topAbilityStage } from './abilities.ts';
import { BusinessError } from './business-error.ts';
import type { UiPage } from './ui-tree.ts';

/** How long handlers may go on by themselves (promises, 0 ms timers) before the next look, in turns of the event loop. */
const turns = 2;

let running: string | undefined;

/** The page on show; undefined without an ability in the foreground. */
export function currentTree(): UiPage | undefined {
  return topAbilityStage()?.page;
}

/**
 * Runs one operation. Throws a BusinessError with code 17000002 when the one before was not awaited, as a device does.
 * @param name For that message.
 */
export async function operate<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  if (running !== undefined) {
    throw new BusinessError(17000002, `${name}: ${running} has not ended; every call of UiTest must be awaited`);
  }
  running = name;
  try {
    await startTestAbility();
    await rest();
    const result = await run();
    await rest();
    return result;
  } finally {
    running = undefined;
  }
}

/** Lets the page come to rest: what was begun goes on, and what has changed is built. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  await topAbilityStage()?.loaded();
  currentTree()?.settle();
}

/** An operation that needs a screen. Rejects with code 17000005, "not supported". */
export function pixels(name: string): Promise<never> {
  const message = `${name} needs pixels: arkhost has a tree of components and no screen`;
  return Promise.reject(new BusinessError(17000005, message));
}
