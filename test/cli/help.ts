/** The help texts. */
import type { Command, Option } from './commands.ts';

/** `arkhost --help`. */
export function generalHelp(commands: Command[]): string {
  return [
    'arkhost runs OpenHarmony native modules and their hypium tests on this computer, without a device.',
    '',
    'Usage: arkhost <command> [options]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'this text; arkhost help <command> for one command'],
      ['-v, --version', 'the versions of arkhost and its engine'],
    ]),
    '',
    'Environment:',
    ...columns([
      ['ARKHOST_CACHE', 'folder for everything that is built (default: ~/.cache/arkhost)'],
      ['ARKHOST_CXX', 'the C++ compiler to use (default: clang++, else g++)'],
      ['ARKHOST_TRACE=1', 'print how long each phase takes'],
    ]),
    '',
    'Exit codes: 0 success, 1 tests failed, 2 wrong usage or a project that cannot be built, 3 something is not installed.',
    '',
  ].join('\n');
}

/** `arkhost help <command>`. */
export function commandHelp(command: Command): string {
  const options: Option[] = [...command.options, { name: 'help', short: 'h', text: 'this text' }];
  return [
    `arkhost ${command.name}: ${command.summary}.`,
    '',
    `Usage: arkhost ${command.name} [options] ${command.usage}`.trimEnd(),
    '',
    ...command.details.flatMap((text) => [text, '']),
    'Options:',
    ...columns(options.map((option) => [optionName(option), option.text])),
    '',
  ].join('\n');
}

function optionName({ name, short, value }: Option): string {
  return `${short === undefined ? '   ' : `-${short},`} --${name}${value === undefined ? '' : ` ${value}`}`;
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
