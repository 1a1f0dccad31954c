/** `@ohos.app.ability.abilityManager`: the abilities of this application that run. */
import { AbilityLifecycleState, abilityState, runningAbilities } from '../abilities.ts';
import { asyncForm } from '../callbacks.ts';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';

const AbilityState = {
  INITIAL: 0,
  FOCUS: 2,
  FOREGROUND: 9,
  BACKGROUND: 10,
  FOREGROUNDING: 11,
  BACKGROUNDING: 12,
} as const;

const states = new Map<number, number>([
  [AbilityLifecycleState.FOREGROUND, AbilityState.FOREGROUND],
  [AbilityLifecycleState.BACKGROUND, AbilityState.BACKGROUND],
]);

function getAbilityRunningInfos(): object[] {
  const { bundleName } = host().config;
  return runningAbilities().map((ability) => {
    const { name, moduleName } = ability.context.abilityInfo;
    return {
      ability: { bundleName, moduleName, abilityName: name },
      pid: process.pid,
      uid: process.getuid?.() ?? 0,
      processName: bundleName,
      abilityState: states.get(abilityState(ability)) ?? AbilityState.INITIAL,
    };
  });
}

export default namespace('@ohos.app.ability.abilityManager', {
  AbilityState,
  getAbilityRunningInfos: asyncForm(getAbilityRunningInfos),
});
