/** Runs the arkhost command as a user does, in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../../build/home.ts';

/** The launcher. */
export const launcher: string = join(HOME, 'test', 'bin', 'arkhost.js');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts `file` with `args` and waits for its end; after two minutes it is killed. */
export function start(file: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
      killSignal: 'SIGKILL',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

let cache: string | undefined;

/** One cache for all runs of a spec file, which makes them several times quicker; removed at the end of the process. */
function sharedCache(): string {
  if (cache === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'arkhost-spec-cache-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    cache = folder;
  }
  return cache;
}

/** `arkhost <args>` in the folder `cwd`, on the engine that runs the spec. */
export function arkhost(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return start(process.execPath, [launcher, ...args], cwd, { ARKHOST_CACHE: sharedCache(), ...env });
}
