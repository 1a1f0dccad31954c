/** `@ohos.hidebug`: memory of this process and of the engine's heap, as Linux and the engine tell them. */
import { readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
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
    const inKib = (bytes: number): bigint => BigInt(bytes) / bytesOfKib;
    return {
      totalHeap: inKib(heap.total_heap_size),
      heapUsed: inKib(heap.used_heap_size),
      allArraySize: inKib(heap.external_memory),
    };
  },
});
