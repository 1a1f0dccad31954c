/** The commands of arkhost and what each takes: the one table that parsing, help and dispatch read. */
import type { EngineProcess } from '../engine/launch.ts';
import type { Arguments } from './arguments.ts';

/** An option of a command. */
export interface Option {
  /** Long name, without dashes. */
  name: string;
  short?: string;
  /** What stands for the value in the help, such as `<folder>`; absent for a switch. */
  value?: string;
  /** May be given more than once. */
  multiple?: boolean;
  text: string;
}

/** A command. Its code is loaded only when it is asked for. */
export interface Command {
  name: string;
  /** The arguments, as the help shows them. */
  usage: string;
  summary: string;
  /** Further paragraphs of the help. */
  details: string[];
  /** Least and greatest number of arguments. */
  arity: [least: number, greatest: number];
  options: Option[];
  /** Runs it and returns the exit code. `engine` was started ahead for `test` and `run`; whoever starts it ends it. */
  run(args: Arguments, engine: EngineProcess | undefined): Promise<number>;
}

const MODULE =
  '<module> is the name of a module in the project around the current folder, or the path of a module or project.';

const buildOptions: Option[] = [
  { name: 'include', short: 'I', value: '<folder>', multiple: true, text: 'headers that the host NDK does not have' },
  {
    name: 'link',
    value: '<library>',
    multiple: true,
    text: 'a library it does not have: a file, a folder to look in, a name, or libname.so=<file>',
  },
  { name: 'cmake-arg', value: '<argument>', multiple: true, text: 'passed on to CMake, as --cmake-arg -DNAME=value' },
];

const reportOptions: Option[] = [
  { name: 'reporter', short: 'r', value: '<name>', text: 'spec (default), tap, junit or json' },
  { name: 'output', short: 'o', value: '<file>', text: 'write the report into a file' },
];

const deviceOptions: Option[] = [
  { name: 'jitless', text: 'only interpret scripts of JSVM, as an app without the JIT permission does' },
  { name: 'heap-limit', value: '<MiB>', text: "largest heap of a JSVM VM (default: V8's choice for this machine)" },
];

export const commands: Command[] = [
  {
    name: 'test',
    usage: '[<module> ...]',
    summary: 'build modules and run their hypium tests',
    details: [
      MODULE,
      'The path of a project means all its modules that have tests. Without a module, those of the current folder are tested.',
    ],
    arity: [0, Number.POSITIVE_INFINITY],
    options: [
      { name: 'only', short: 't', value: '<suite[#case]>', multiple: true, text: 'run only this suite or case' },
      ...reportOptions,
      { name: 'case-timeout', value: '<ms>', text: 'time limit of a case that sets none' },
      { name: 'random', value: '<seed>', text: 'run the cases in an order drawn from the seed' },
      ...deviceOptions,
      ...buildOptions,
    ],
    run: async (args, engine) => (await import('./test.ts')).testCommand(args, engine),
  },
  {
    name: 'run',
    usage: '<module> <file.ets> [-- <argument> ...]',
    summary: 'call the default export of an ArkTS file of a module',
    details: [MODULE, '<file.ets> is relative to the module, or else to the current folder.'],
    arity: [2, 2],
    options: [{ name: 'hilog', text: 'print the hilog lines too' }, ...deviceOptions, ...buildOptions],
    run: async (args, engine) => (await import('./run.ts')).runCommand(args, engine),
  },
  {
    name: 'device',
    usage: '[<module>]',
    summary: 'build a module with hvigor and run its hypium tests on a device',
    details: [
      MODULE,
      'Needs hvigorw and hdc of the Command Line Tools, and a device or emulator. Unlike hdc and aa it fails when a case does, ' +
        'when the application dies, and when a case never runs.',
    ],
    arity: [0, 1],
    options: [
      { name: 'device', value: '<key>', text: 'the device to use, as hdc list targets shows it' },
      { name: 'product', value: '<name>', text: "the product to build (default: the project's first)" },
      { name: 'no-build', text: 'install what was built before' },
      { name: 'only', short: 't', value: '<suite[#case]>', multiple: true, text: 'run only this suite or case' },
      ...reportOptions,
      { name: 'case-timeout', value: '<ms>', text: 'time limit of a case that sets none' },
      { name: 'timeout', value: '<seconds>', text: 'time limit of the whole run (default: 600)' },
    ],
    run: async (args) => (await import('./device.ts')).deviceCommand(args),
  },
  {
    name: 'report',
    usage: '[<file>]',
    summary: 'say the verdict of a text that aa test printed on a device',
    details: [
      '<file> holds the text; without it, or with -, it is read from standard input: hdc shell aa test ... | arkhost report',
    ],
    arity: [0, 1],
    options: [...reportOptions, { name: 'module', value: '<name>', text: 'name of the module in the report' }],
    run: async (args) => (await import('./report.ts')).reportCommand(args),
  },
  {
    name: 'doctor',
    usage: '',
    summary: 'show what arkhost uses on this machine and what is missing',
    details: [],
    arity: [0, 0],
    options: [],
    run: async () => (await import('./doctor.ts')).doctorCommand(),
  },
];
