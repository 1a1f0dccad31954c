/** Reads the command line against the table of commands. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Command } from './commands.ts';

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The arguments of one command. */
export interface Arguments {
  positionals: string[];
  /** What stands after `--`. */
  rest: string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
  /** The value of an option. */
  value(name: string): string | undefined;
  /** The values of an option that may be repeated. */
  values(name: string): string[];
}

/**
 * Reads the arguments of `command`. Returns undefined when help was asked for. Throws UsageError for unknown options,
 * missing values and a wrong number of arguments.
 */
export async function readArguments(command: Command, argv: string[]): Promise<Arguments | undefined> {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const { name, short, value, multiple = false } of command.options) {
    options[name] = { type: value === undefined ? 'boolean' : 'string', multiple, ...(short && { short }) };
  }
  const { values, positionals } = await parse(command, joinDashed(own, options), options);
  if (values['help'] === true) return undefined;
  const [least, greatest] = command.arity;
  if (positionals.length < least || positionals.length > greatest) {
    const what =
      positionals.length < least ? 'too few arguments' : `"${positionals[greatest]}" is one argument too many`;
    throw new UsageError(`${what}. Usage: arkhost ${command.name} ${command.usage}`.trim());
  }
  return {
    positionals,
    rest: end < 0 ? [] : argv.slice(end + 1),
    has: (name) => values[name] === true,
    value(name) {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    values(name) {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

/** `--cmake-arg -DX=1`: a value that begins with a dash has to be joined for parseArgs. */
function joinDashed(argv: string[], options: NonNullable<ParseArgsConfig['options']>): string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const [word = '', next] = [argv[index], argv[index + 1]];
    if (word === '--cmake-arg' && options['cmake-arg'] !== undefined && next?.startsWith('-')) {
      joined.push(`${word}=${next}`);
      index++;
    } else {
      joined.push(word);
    }
  }
  return joined;
}

async function parse(command: Command, args: string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const name = /'-{1,2}([^']+)'/.exec(message)?.[1] ?? '';
      const { closestOf } = await import('../project/similar.ts');
      const near = closestOf(name, Object.keys(options));
      const mend = near === undefined ? `See arkhost help ${command.name}` : `Did you mean --${near}?`;
      throw new UsageError(`arkhost ${command.name} has no option ${name.length > 1 ? '--' : '-'}${name}. ${mend}`);
    }
    if (code?.startsWith('ERR_PARSE_ARGS') === true)
      throw new UsageError(`${message}. See arkhost help ${command.name}`);
    throw error;
  }
}
