/** `@ohos.app.ability.contextConstant`. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.contextConstant', {
  AreaMode: { EL1: 0, EL2: 1, EL3: 2, EL4: 3 },
  ProcessMode: {
    NEW_PROCESS_ATTACH_TO_PARENT: 1,
    NEW_PROCESS_ATTACH_TO_STATUS_BAR_ITEM: 2,
    ATTACH_TO_STATUS_BAR_ITEM: 3,
  },
  StartupVisibility: { STARTUP_HIDE: 0, STARTUP_SHOW: 1 },
});
