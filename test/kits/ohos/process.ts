/** `@ohos.process`: this process. */
import { namespace } from '../namespace.ts';

const current = globalThis.process;

export default namespace('@ohos.process', {
  pid: current.pid,
  ppid: current.ppid,
  tid: current.pid,
  uid: current.getuid?.() ?? 0,
  euid: current.geteuid?.() ?? 0,
  gid: current.getgid?.() ?? 0,
  egid: current.getegid?.() ?? 0,
  is64Bit: (): boolean => true,
  isIsolatedProcess: (): boolean => false,
  /** Milliseconds. */
  getPastCpuTime: (): number => Math.floor(current.cpuUsage().user / 1000 + current.cpuUsage().system / 1000),
  getStartRealtime: (): number => Math.floor(current.hrtime()[0] * 1000 - performance.now()),
  uptime: (): number => current.uptime(),
});
