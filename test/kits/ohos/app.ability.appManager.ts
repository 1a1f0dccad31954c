/** `@ohos.app.ability.appManager`: the process of the application. */
import { getHeapStatistics } from 'node:v8';
import { asyncForm } from '../callbacks.ts';
import { applicationContext } from '../context.ts';
import { namespace } from '../namespace.ts';

const bytesOfMib = 1024 * 1024;

export default namespace('@ohos.app.ability.appManager', {
  ApplicationState: {
    STATE_CREATE: 0,
    STATE_FOREGROUND: 1,
    STATE_ACTIVE: 2,
    STATE_BACKGROUND: 3,
    STATE_DESTROY: 4,
  },
  ProcessState: { STATE_CREATE: 0, STATE_FOREGROUND: 1, STATE_ACTIVE: 2, STATE_BACKGROUND: 3, STATE_DESTROY: 4 },
  isRunningInStabilityTest: asyncForm((): boolean => false),
  isRamConstrainedDevice: asyncForm((): boolean => false),
  /** What the engine gives its heap at most, in MiB. */
  getAppMemorySize: asyncForm((): number => Math.floor(getHeapStatistics().heap_size_limit / bytesOfMib)),
  getRunningProcessInformation: asyncForm(() => applicationContext().getRunningProcessInformation()),
});
