/** Shell commands of abilityDelegator.executeShellCommand: a real shell, with the host NDK's `hilog` on PATH. */
import { modules, path } from '../build/builtin.ts';
import type * as ChildProcess from 'node:child_process';
import { deviceRoot } from './device-path.ts';
import { host } from './host.ts';

const { createRequire } = modules;
const { join } = path;

/** `exitCode` is -1 when the time ran out or a signal ended the command. */
export interface ShellResult {
  exitCode: number;
  stdResult: string;
}

/** File that every log line of this run is appended to; the `hilog` command reads it. */
export function logSink(): string {
  return join(host().config.runDir, 'hilog.log');
}

/** The storage of the device as a word of a command, or the beginning of one. */
const storage = /(?<![\w./-])\/data\/storage(?![\w.-])/g;

/** What a run's shell is given, and what its output becomes. */
interface Translation {
  command(text: string): string;
  output(text: string): string;
}

/**
 * The bridge lets all programs see the run's folders under the device's paths. Modules without native code have none: there
 * the paths in the text are replaced.
 */
function translation(): Translation {
  if (host().config.bridge !== '') return { command: (text) => text, output: (text) => text };
  const root = deviceRoot();
  return {
    command: (text) => text.replace(storage, `${root}/data/storage`),
    output: (text) => text.replaceAll(`${root}/data`, '/data'),
  };
}

/** Loaded when the first command runs: most tests run none. */
function childProcess(): typeof ChildProcess {
  return createRequire(import.meta.url)('node:child_process') as typeof ChildProcess;
}

/**
 * Runs a command with `sh -c`. Output of both streams is collected, as on the device.
 * @param timeoutSeconds Time limit in seconds; 0 or less means none. On expiry the command and its children are ended.
 */
export function runShell(command: string, timeoutSeconds = 0): Promise<ShellResult> {
  const { sysroot } = host().config;
  const translated = translation();
  const path = [join(sysroot, 'bin'), process.env['PATH'] ?? '/usr/bin:/bin'].join(':');
  return new Promise((resolve) => {
    const child = childProcess().spawn('sh', ['-c', translated.command(command)], {
      env: { ...process.env, PATH: path, ARKHOST_HILOG_SINK: logSink() },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A device's shell starts in `/`; what a command writes by a relative path must not land in the project.
      cwd: deviceRoot(),
      // A group of its own, so that a pipeline ends as a whole.
      detached: true,
    });
    let text = '';
    let expired = false;
    const timer =
      timeoutSeconds > 0
        ? setTimeout(() => {
            expired = true;
            if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
          }, timeoutSeconds * 1000)
        : undefined;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.on('error', (error) => resolve({ exitCode: -1, stdResult: error.message }));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ exitCode: expired ? -1 : (code ?? -1), stdResult: translated.output(text) });
    });
  });
}
