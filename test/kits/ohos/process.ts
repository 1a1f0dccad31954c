/** `@ohos.process`: this process. */
import { readFileSync, readlinkSync } from 'node:fs';
import { getPriority } from 'node:os';
import { parameterError } from '../business-error.ts';
import { shown } from '../container-checks.ts';
import { namespace } from '../namespace.ts';

const current = globalThis.process;

/** Users of a device are numbered in hundred thousands; applications have these numbers in each. */
const application = { user: 100_000, first: 10_000, last: 19_999 };

function checkType(value: unknown, type: 'number' | 'string'): void {
  if (typeof value !== type) throw parameterError(`The type of ${shown(value)} must be ${type}`);
}

class ProcessManager {
  isAppUid(uid: number): boolean {
    checkType(uid, 'number');
    const number = uid % application.user;
    return uid > 0 && number >= application.first && number <= application.last;
  }

  /** -1 when there is no such user. */
  getUidForName(name: string): number {
    checkType(name, 'string');
    const users = readFileSync('/etc/passwd', 'utf8').split('\n');
    const user = users.map((line) => line.split(':')).find(([known]) => known === name);
    return Number(user?.[2] ?? -1);
  }

  getThreadPriority(tid: number): number {
    checkType(tid, 'number');
    return getPriority(tid);
  }

  getEnvironmentVar(name: string): string | undefined {
    checkType(name, 'string');
    return current.env[name];
  }

  exit(code: number): void {
    checkType(code, 'number');
    current.exit(code);
  }

  /** False when the signal could not be sent. */
  kill(signal: number, pid: number): boolean {
    checkType(signal, 'number');
    checkType(pid, 'number');
    try {
      return current.kill(pid, signal);
    } catch {
      return false;
    }
  }
}

const manager = new ProcessManager();

export default namespace('@ohos.process', {
  ProcessManager,
  pid: current.pid,
  ppid: current.ppid,
  /** Of the thread that asks. */
  get tid(): number {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  },
  uid: current.getuid?.() ?? 0,
  euid: current.geteuid?.() ?? 0,
  gid: current.getgid?.() ?? 0,
  egid: current.getegid?.() ?? 0,
  is64Bit: (): boolean => true,
  isIsolatedProcess: (): boolean => false,
  isAppUid: (uid: number): boolean => manager.isAppUid(uid),
  getUidForName: (name: string): number => manager.getUidForName(name),
  getThreadPriority: (tid: number): number => manager.getThreadPriority(tid),
  getEnvironmentVar: (name: string): string | undefined => manager.getEnvironmentVar(name),
  exit: (code: number): void => manager.exit(code),
  kill: (signal: number, pid: number): boolean => manager.kill(signal, pid),
  abort: (): void => current.abort(),
  cwd: (): string => current.cwd(),
  chdir: (folder: string): void => current.chdir(folder),
  /** Milliseconds. */
  getPastCpuTime: (): number => Math.floor(current.cpuUsage().user / 1000 + current.cpuUsage().system / 1000),
  getStartRealtime: (): number => Math.floor(current.hrtime()[0] * 1000 - performance.now()),
  uptime: (): number => current.uptime(),
});
