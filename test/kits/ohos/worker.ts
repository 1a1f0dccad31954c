/** `@ohos.worker`: threads that run a file of the module each. */
import { namespace } from '../namespace.ts';
import { currentPort } from '../worker-port.ts';
import { ThreadWorker } from '../worker-threads.ts';

export default namespace('@ohos.worker', {
  ThreadWorker,
  /** The name before API 9. */
  Worker: ThreadWorker,
  ThreadWorkerPriority: { HIGH: 0, MEDIUM: 1, LOW: 2, IDLE: 3 },
  /** The port of the Worker that this code runs in; undefined elsewhere. */
  get workerPort() {
    return currentPort();
  },
  get parentPort() {
    return currentPort();
  },
});
