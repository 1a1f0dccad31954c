/** The command line: finds the command, runs it, and turns errors into one clear message and an exit code. */
import { UsageError, readArguments } from './arguments.ts';
import { commands } from './commands.ts';
import type { Command } from './commands.ts';
import { endOnSignals } from './signals.ts';
import { trace } from './trace.ts';

/** Runs one command line (without the program's name) and sets the exit code of the process. */
export async function main(argv: string[]): Promise<void> {
  trace('command line loaded');
  endOnSignals();
  try {
    process.exitCode = await dispatch(argv);
  } catch (error) {
    const { explain } = await import('./explain.ts');
    process.exitCode = explain(error);
  }
  trace('done');
}

async function dispatch([name, ...rest]: string[]): Promise<number> {
  if (name === '--version' || name === '-v') return print((await import('./version.ts')).versionText());
  if (name === undefined || name === '--help' || name === '-h') return generalHelp();
  if (name === 'help') return rest[0] === undefined ? generalHelp() : commandHelp(await find(rest[0]));
  const command = await find(name);
  const args = await readArguments(command, rest);
  return args === undefined ? commandHelp(command) : command.run(args);
}

async function find(name: string): Promise<Command> {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const { closestOf } = await import('../project/similar.ts');
  const names = commands.map((candidate) => candidate.name);
  const near = closestOf(name, names);
  const mend = near === undefined ? `The commands are: ${names.join(', ')}` : `Did you mean "arkhost ${near}"?`;
  throw new UsageError(`there is no command "${name}". ${mend}`);
}

async function generalHelp(): Promise<number> {
  return print((await import('./help.ts')).generalHelp(commands));
}

async function commandHelp(command: Command): Promise<number> {
  return print((await import('./help.ts')).commandHelp(command));
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
