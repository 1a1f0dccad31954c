/** `@ohos.app.ability.AbilityConstant`. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.AbilityConstant', {
  LaunchReason: {
    UNKNOWN: 0,
    START_ABILITY: 1,
    CALL: 2,
    CONTINUATION: 3,
    APP_RECOVERY: 4,
    SHARE: 5,
    AUTO_STARTUP: 8,
    INSIGHT_INTENT: 9,
    PREPARE_CONTINUATION: 10,
  },
  LastExitReason: {
    UNKNOWN: 0,
    ABILITY_NOT_RESPONDING: 1,
    NORMAL: 2,
    CPP_CRASH: 3,
    JS_ERROR: 4,
    APP_FREEZE: 5,
    PERFORMANCE_CONTROL: 6,
    RESOURCE_CONTROL: 7,
    UPGRADE: 8,
  },
  OnContinueResult: { AGREE: 0, REJECT: 1, MISMATCH: 2 },
  ContinueState: { ACTIVE: 0, INACTIVE: 1 },
  MemoryLevel: { MEMORY_LEVEL_MODERATE: 0, MEMORY_LEVEL_LOW: 1, MEMORY_LEVEL_CRITICAL: 2 },
  OnSaveResult: {
    ALL_AGREE: 0,
    CONTINUATION_REJECT: 1,
    CONTINUATION_MISMATCH: 2,
    RECOVERY_AGREE: 3,
    RECOVERY_REJECT: 4,
    ALL_REJECT: 5,
  },
  StateType: { CONTINUATION: 0, APP_RECOVERY: 1 },
  WindowMode: {
    WINDOW_MODE_UNDEFINED: 0,
    WINDOW_MODE_FULLSCREEN: 1,
    WINDOW_MODE_SPLIT_PRIMARY: 100,
    WINDOW_MODE_SPLIT_SECONDARY: 101,
    WINDOW_MODE_FLOATING: 102,
  },
});
