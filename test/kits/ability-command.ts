/** `aa start`, by which tests start an ability as a shell of the device does. Other commands go to the shell of the host. */
import { startAbility } from './abilities.ts';
import type { Want } from './abilities.ts';
import { BusinessError } from './business-error.ts';
import { runShell } from './shell.ts';
import type { ShellResult } from './shell.ts';

const started = 'start ability successfully.\n';
const failed = 'error: failed to start ability.\n';

/** Options of `aa start` that name the ability, and those that give it a parameter of a type. */
const names: Readonly<Record<string, 'abilityName' | 'bundleName' | 'moduleName'>> = {
  '-a': 'abilityName',
  '-b': 'bundleName',
  '-m': 'moduleName',
};
const typed: Readonly<Record<string, (text: string) => unknown>> = {
  '--ps': (text) => text,
  '--pi': Number,
  '--pb': (text) => text === 'true' || text === 't',
};

/**
 * Runs a command of `executeShellCommand`.
 * @param seconds Time limit; 0 or less means none.
 */
export async function runCommand(command: string, seconds: number): Promise<ShellResult> {
  const words = wordsOf(command);
  if (words?.[0] !== 'aa' || words[1] !== 'start') return runShell(command, seconds);
  const want = wantOf(words.slice(2));
  if (typeof want === 'string') return { exitCode: 0, stdResult: `error: ${want}\n` };
  try {
    await startAbility(want);
    return { exitCode: 0, stdResult: started };
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    return { exitCode: 0, stdResult: `${failed}Error Code:${error.code}  Error Message:${error.message}\n` };
  }
}

/** Words of one simple command; undefined for what only a shell understands. */
function wordsOf(command: string): string[] | undefined {
  if (/[|&;<>$`\\\n]/.test(command)) return undefined;
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

/** What to start, or why the options are wrong. */
function wantOf(options: readonly string[]): Want | string {
  const want: Want = {};
  const parameters: Record<string, unknown> = {};
  for (let index = 0; index < options.length; ) {
    const option = options[index++] ?? '';
    const name = names[option];
    const type = typed[option];
    if (name !== undefined) {
      want[name] = options[index++] ?? '';
    } else if (type !== undefined) {
      const key = options[index++] ?? '';
      parameters[key] = type(options[index++] ?? '');
    } else if (option === '-U' || option === '-A' || option === '-e' || option === '-t') {
      return `option ${option} is not available on the host, which starts abilities by their name`;
    } else if (option !== '-D' && option !== '-S' && option !== '-N') {
      return `unknown option: ${option}`;
    }
  }
  if (want.abilityName === undefined || want.bundleName === undefined)
    return 'ability and bundle must be named by -a and -b';
  if (Object.keys(parameters).length > 0) want.parameters = parameters;
  return want;
}
