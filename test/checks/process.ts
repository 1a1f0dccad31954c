/** Child processes of the checks: all output kept, a hard time limit, nothing left behind. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a finished child said. `code` is null when a signal or the time limit ended it. */
export interface Finished {
  code: number | null;
  /** stdout and stderr, in the order in which they came. */
  output: string;
  stdout: string;
}

export interface RunOptions {
  cwd: string;
  /** Added to the environment. */
  env?: Record<string, string>;
  /** Milliseconds after which the child and its children are killed. */
  timeout: number;
}

/** Runs a program to its end. Rejects only when it cannot be started. */
export function run(command: string, args: string[], options: RunOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: at the time limit the grandchildren (compilers, engines) must go too.
      detached: true,
    });
    const all: Buffer[] = [];
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      all.push(chunk);
      out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => all.push(chunk));
    const stop = (): void => killGroup(child.pid);
    const timer = setTimeout(() => {
      all.push(Buffer.from(`\n[stopped after ${options.timeout / 1000} s]\n`));
      stop();
    }, options.timeout);
    process.once('exit', stop);
    child.on('error', (error) => {
      clearTimeout(timer);
      process.off('exit', stop);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve({ code, output: Buffer.concat(all).toString(), stdout: Buffer.concat(out).toString() });
    });
  });
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) {
      process.kill(-pid, 'SIGKILL');
    }
  } catch {
    // It ended by itself in the meantime.
  }
}

/** The first of `names` that stands on PATH, as an absolute path; undefined when none does. */
export function findTool(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; look in the next folder.
      }
    }
  }
  return undefined;
}
