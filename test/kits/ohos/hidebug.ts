/** `@ohos.hidebug`: memory of this process and of the engine's heap, as Linux and the engine tell them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics, writeHeapSnapshot } from 'node:v8';
import { parameterError } from '../business-error.ts';
import { applicationContext } from '../context.ts';
import { appCpuUsage, systemCpuUsage, threadCpuUsage } from '../cpu-usage.ts';
import { hostPath } from '../device-path.ts';
import { namespace } from '../namespace.ts';

const bytesOfKib = 1024n;

/** A line of a file under /proc such as `Pss: 12 kB`, in KiB. */
function kib(file: string, name: string): bigint {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
  return BigInt(found ?? 0);
}

const rollup = (name: string): bigint => kib('/proc/self/smaps_rollup', name);
const status = (name: string): bigint => kib('/proc/self/status', name);
const system = (name: string): bigint => kib('/proc/meminfo', name);
/** Bytes that malloc has in use: what the engine counts of its own. */
const malloced = (): bigint => BigInt(getHeapStatistics().malloced_memory);
const inKib = (bytes: number): bigint => BigInt(Math.floor(bytes)) / bytesOfKib;

/** A limit of the process, as `/proc` tells it, in KiB. Without one, the greatest number. */
function limitOf(name: string): bigint {
  const line = new RegExp(`^${name}\\s+(\\S+)`, 'm').exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  return (line === undefined || line === 'unlimited' ? (1n << 64n) - 1n : BigInt(line)) / bytesOfKib;
}

/** Collections since this module was first used. */
const collections = { count: 0, time: 0, long: 0 };
const longMilliseconds = 100;
const isFull = 4;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { kind } = (entry as { detail?: { kind?: number } }).detail ?? {};
    collections.count++;
    collections.time += entry.duration;
    if (kind === isFull && entry.duration > longMilliseconds) collections.long++;
  }
}).observe({ entryTypes: ['gc'] });

/** The runtime's figures by name. */
const statistics: Readonly<Record<string, () => number>> = {
  'ark.gc.gc-count': () => collections.count,
  'ark.gc.gc-time': () => Math.round(collections.time),
  'ark.gc.gc-bytes-allocated': () => allocated(),
  'ark.gc.gc-bytes-freed': () => allocated() - getHeapStatistics().used_heap_size,
  'ark.gc.fullgc-longtime-count': () => collections.long,
};

function allocated(): number {
  return (getHeapStatistics() as { total_allocated_bytes?: number }).total_allocated_bytes ?? 0;
}

function getVMRuntimeStat(item: string): number {
  const figure = Object.hasOwn(statistics, item) ? statistics[item] : undefined;
  if (figure === undefined) throw parameterError(`Invalid parameter, unknown property: ${item}.`);
  return figure();
}

/** A file of the application by its bare name. */
function fileOf(name: unknown, extension: string): string {
  if (typeof name !== 'string' || name === '') throw parameterError('The filename must be a string.');
  return hostPath(`${applicationContext().filesDir}/${name}${extension}`);
}

let profile: { file: string; session: Session } | undefined;

function startJsCpuProfiling(name: string): void {
  const file = fileOf(name, '.json');
  if (profile !== undefined) return;
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  profile = { file, session };
}

/** Writes what was recorded, as DevTools read it. */
function stopJsCpuProfiling(): void {
  if (profile === undefined) return;
  const { file, session } = profile;
  profile = undefined;
  let failure: Error | null = null;
  // The answer comes before the call returns.
  session.post('Profiler.stop', (error, result) => {
    failure = error;
    if (error === null) writeFileSync(file, JSON.stringify(result.profile));
  });
  session.disconnect();
  if (failure !== null) throw failure as Error;
}

export default namespace('@ohos.hidebug', {
  /** Bytes of the native heap, as the next two. */
  getNativeHeapSize: (): bigint => status('VmData') * bytesOfKib,
  getNativeHeapAllocatedSize: malloced,
  getNativeHeapFreeSize: (): bigint => status('VmData') * bytesOfKib - malloced(),
  /** KiB, as the next ones. */
  getPss: (): bigint => rollup('Pss'),
  getVss: (): bigint => status('VmSize'),
  getSharedDirty: (): bigint => rollup('Shared_Dirty'),
  getPrivateDirty: (): bigint => rollup('Private_Dirty'),
  getAppNativeMemInfo: () => ({
    pss: rollup('Pss'),
    vss: status('VmSize'),
    rss: status('VmRSS'),
    sharedDirty: rollup('Shared_Dirty'),
    privateDirty: rollup('Private_Dirty'),
    sharedClean: rollup('Shared_Clean'),
    privateClean: rollup('Private_Clean'),
  }),
  getSystemMemInfo: () => ({
    totalMem: system('MemTotal'),
    freeMem: system('MemFree'),
    availableMem: system('MemAvailable'),
  }),
  getAppVMMemoryInfo: () => {
    const heap = getHeapStatistics();
    return {
      totalHeap: inKib(heap.total_heap_size),
      heapUsed: inKib(heap.used_heap_size),
      allArraySize: inKib(heap.external_memory),
    };
  },
  getAppMemoryLimit: () => ({
    rssLimit: limitOf('Max resident set'),
    vssLimit: limitOf('Max address space'),
    vmHeapLimit: inKib(getHeapStatistics().heap_size_limit),
    vmTotalHeapSize: inKib(getHeapStatistics().heap_size_limit),
  }),
  getVMRuntimeStat,
  getVMRuntimeStats: (): Record<string, number> =>
    Object.fromEntries(Object.entries(statistics).map(([name, figure]) => [name, figure()])),
  /** 0 to 1, as the next ones. */
  getCpuUsage: appCpuUsage,
  getSystemCpuUsage: systemCpuUsage,
  getAppThreadCpuUsage: threadCpuUsage,
  isDebugState: (): boolean => !/^TracerPid:\t0$/m.test(readFileSync('/proc/self/status', 'utf8')),
  startJsCpuProfiling,
  stopJsCpuProfiling,
  /** `<name>.heapsnapshot` in the application's folder of files, as DevTools read it. */
  dumpJsHeapData: (name: string): void => void writeHeapSnapshot(fileOf(name, '.heapsnapshot')),
});
