/** `arkhost run`: imports one file and calls its default export. */
import { host } from '../kits/host.ts';
import { send } from './channel.ts';
import { failureOf } from './failure.ts';
import { importFile } from './hooks.ts';
import { importFailure } from './import-failure.ts';
import { installTraps } from './traps.ts';

/** Runs the file of the configuration; its default export gets the arguments of the command line. */
export async function runFile(): Promise<void> {
  const { config } = host();
  installTraps(() => undefined);
  let main: unknown;
  try {
    main = ((await importFile(config.entry)) as { default?: unknown }).default;
  } catch (error) {
    return end(importFailure(error));
  }
  if (typeof main !== 'function') {
    return end({ message: `${config.entry} has no function as its default export: there is nothing to run` });
  }
  try {
    await (main as (args: string[]) => unknown)(config.arguments);
  } catch (error) {
    return end(failureOf(error));
  }
  end();
}

function end(failure?: { message: string; stack?: string }): void {
  if (failure !== undefined) send({ type: 'run-error', failure });
  send({ type: 'finished', findings: [] });
}
