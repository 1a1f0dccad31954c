/** `@ohos.window`: stages load pages; windows themselves do not exist on the host. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.window', {
  WindowStageEventType: { SHOWN: 1, ACTIVE: 2, INACTIVE: 3, HIDDEN: 4 },
});
