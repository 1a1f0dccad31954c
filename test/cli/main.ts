/** The command line: finds the command, runs it, and turns errors into one clear message and an exit code. */
import { cacheRoot } from '../build/home.ts';
import type { EngineProcess } from '../engine/launch.ts';
import type { Command } from './commands.ts';
import { hasDeviceMode } from './device-mode.ts';
import { endOnClosedOutput, endOnSignals } from './signals.ts';
import { trace } from '../engine/trace.ts';

/** Runs one command line (without the program's name) and sets the exit code of the process. */
export async function main(argv: string[]): Promise<void> {
  trace('command line loaded');
  endOnSignals();
  // The engine takes longest to start, so it boots while the rest of the command line is loaded and read.
  // With a switch for the engine itself it has to wait for them.
  const ahead = (argv[0] === 'test' || argv[0] === 'run') && !hasDeviceMode(argv);
  const engine = ahead ? await startEngine(argv[0] as 'test' | 'run') : undefined;
  endOnClosedOutput();
  try {
    process.exitCode = await dispatch(argv, engine);
  } catch (error) {
    const { explain } = await import('./explain.ts');
    process.exitCode = explain(error);
  } finally {
    engine?.kill();
  }
  trace('done');
}

async function startEngine(mode: 'test' | 'run'): Promise<EngineProcess> {
  const { EngineProcess } = await import('../engine/launch.ts');
  const engine = new EngineProcess(process.execPath, cacheRoot(), mode);
  trace('engine started');
  return engine;
}

async function dispatch([name, ...rest]: string[], engine: EngineProcess | undefined): Promise<number> {
  if (name === '--version' || name === '-v') return print((await import('./version.ts')).versionText());
  if (name === undefined || name === '--help' || name === '-h') return generalHelp();
  if (name === 'help') return rest[0] === undefined ? generalHelp() : commandHelp(await find(rest[0]));
  const [command, { readArguments }] = await Promise.all([find(name), import('./arguments.ts')]);
  const args = await readArguments(command, rest);
  return args === undefined ? commandHelp(command) : command.run(args, engine);
}

async function find(name: string): Promise<Command> {
  const { commands } = await import('./commands.ts');
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const { closestOf } = await import('../project/similar.ts');
  const names = commands.map((candidate) => candidate.name);
  const near = closestOf(name, names);
  const mend = near === undefined ? `The commands are: ${names.join(', ')}` : `Did you mean "arkhost ${near}"?`;
  const { UsageError } = await import('./arguments.ts');
  throw new UsageError(`there is no command "${name}". ${mend}`);
}

async function generalHelp(): Promise<number> {
  const [help, { commands }] = await Promise.all([import('./help.ts'), import('./commands.ts')]);
  return print(help.generalHelp(commands));
}

async function commandHelp(command: Command): Promise<number> {
  return print((await import('./help.ts')).commandHelp(command));
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
