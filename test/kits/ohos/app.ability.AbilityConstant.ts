/** `@ohos.app.ability.AbilityConstant`. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.AbilityConstant', {
  LaunchReason: { UNKNOWN: 0, START_ABILITY: 1, CALL: 2, CONTINUATION: 3 },
  LastExitReason: { UNKNOWN: 0, ABILITY_NOT_RESPONDING: 1, NORMAL: 2, CPP_CRASH: 3, JS_ERROR: 4, APP_FREEZE: 5 },
  OnContinueResult: { AGREE: 0, REJECT: 1, MISMATCH: 2 },
  MemoryLevel: { MEMORY_LEVEL_MODERATE: 0, MEMORY_LEVEL_LOW: 1, MEMORY_LEVEL_CRITICAL: 2 },
});
