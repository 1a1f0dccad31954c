/** Runs the programs of a build. */
import { spawn } from 'node:child_process';

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Text for the standard input; nothing when absent. */
  input?: string;
  /** Called with each line of standard output as it comes. */
  onLine?: (line: string) => void;
}

export interface RunResult {
  /** Exit code; 128 + number when a signal ended the program; 127 when it could not be started. */
  code: number;
  stdout: string;
  /** Both streams in the order they were read. */
  output: string;
}

/** Runs a program to its end. Never throws: a program that cannot be started gives code 127 and the reason as output. */
export function run(file: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      // A group of its own: compilers that CMake and Ninja started have to end with them.
      detached: true,
      // Messages of compilers and CMake are searched for hints: in English, whatever the user's language is.
      env: { ...(options.env ?? process.env), LC_ALL: 'C.UTF-8' },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let stdout = '';
    let output = '';
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
      if (options.onLine === undefined) return;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(options.onLine);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stdin?.on('error', () => undefined).end(options.input);
    const endWithUs = (): void => killGroup(child.pid);
    process.once('exit', endWithUs);
    child.on('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      process.removeListener('exit', endWithUs);
      if (rest !== '') options.onLine?.(rest);
      if (signal !== null) output += `${file} was ended by ${signal}\n`;
      resolve({ code: code ?? 128, stdout, output });
    });
  });
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGTERM');
  } catch {
    // It has just ended.
  }
}
