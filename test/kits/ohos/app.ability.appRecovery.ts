/** `@ohos.app.ability.appRecovery`: saving the state of abilities. Nothing restarts the application on the host. */
import { runningAbilities, topAbility } from '../abilities.ts';
import type { UIAbility, Want } from '../abilities.ts';
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

const SaveModeFlag = { SAVE_WITH_FILE: 1, SAVE_WITH_SHARED_MEMORY: 2 } as const;
const StateType = { APP_RECOVERY: 1 } as const;
/** Values of OnSaveResult that agree. */
const agreed = new Set([0, 3]);

let enabled = false;

/** What an ability may have beside the methods of its base class. */
type Saving = UIAbility & { onSaveState?(reason: number, parameters: Record<string, unknown>): number };

/** Asks the ability of a context, or the one on top, for its state. False when there is none or it does not agree. */
function saveAppState(context?: object): boolean {
  const ability: Saving | undefined =
    context === undefined ? topAbility() : runningAbilities().find((each) => each.context === context);
  if (!enabled || ability?.onSaveState === undefined) return false;
  return agreed.has(ability.onSaveState(StateType.APP_RECOVERY, {}));
}

export default namespace('@ohos.app.ability.appRecovery', {
  RestartFlag: {
    ALWAYS_RESTART: 0,
    RESTART_WHEN_JS_CRASH: 1,
    RESTART_WHEN_APP_FREEZE: 2,
    NO_RESTART: 0xffff,
  },
  SaveOccasionFlag: { SAVE_WHEN_ERROR: 1, SAVE_WHEN_BACKGROUND: 2 },
  SaveModeFlag,
  enableAppRecovery: (_restart?: number, _occasion?: number, mode: number = SaveModeFlag.SAVE_WITH_FILE): void => {
    if (!Object.values<number>(SaveModeFlag).includes(mode)) throw parameterError('The saveMode is unknown.');
    enabled = true;
  },
  saveAppState,
  /** For a restart, which does not come. */
  setRestartWant: (want: Want): void => {
    if (typeof want !== 'object' || want === null) throw parameterError('The want must be a Want.');
  },
});
