/** Who follows the lives of abilities: monitors of the delegator, and callbacks of the application context. */
import type { UIAbility } from './abilities.ts';
import type { WindowStage } from './window-stage.ts';

/** Methods of a monitor or of an AbilityLifecycleCallback; each is optional. */
export type LifecycleEvent =
  | 'onAbilityCreate'
  | 'onWindowStageCreate'
  | 'onWindowStageActive'
  | 'onWindowStageInactive'
  | 'onWindowStageDestroy'
  | 'onAbilityForeground'
  | 'onAbilityBackground'
  | 'onAbilityDestroy';

export type Follower = (event: LifecycleEvent, ability: UIAbility, stage?: WindowStage) => void;

const followers = new Set<Follower>();

/** Calls a follower for all that happens from now on. Returns what ends it. */
export function follow(follower: Follower): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}

/** Tells all followers, in the order in which they came. */
export function tell(event: LifecycleEvent, ability: UIAbility, stage?: WindowStage): void {
  for (const follower of [...followers]) follower(event, ability, stage);
}
