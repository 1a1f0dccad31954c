/** Abilities of the module: started by name, taken through their life cycle. */
import { BusinessError } from './business-error.ts';
import { UIAbilityContext } from './context.ts';
import { host } from './host.ts';
import { WindowStage } from './window-stage.ts';

/** Which ability to start, and with what. */
export interface Want {
  deviceId?: string;
  bundleName?: string;
  moduleName?: string;
  abilityName?: string;
  action?: string;
  uri?: string;
  parameters?: Record<string, unknown>;
}

/** Why an ability was started. */
export interface LaunchParam {
  launchReason: number;
  lastExitReason: number;
}

/** Base class of abilities; the methods are there to be overridden. */
export class UIAbility {
  context!: UIAbilityContext;
  launchWant!: Want;
  lastRequestWant!: Want;

  onCreate(_want: Want, _param: LaunchParam): void {}
  onWindowStageCreate(_stage: WindowStage): void {}
  onWindowStageDestroy(): void {}
  onDestroy(): void | Promise<void> {}
  onForeground(): void {}
  onBackground(): void {}
  onNewWant(_want: Want, _param: LaunchParam): void {}
}

/** AbilityLifecycleState of the public API. */
export const AbilityLifecycleState = { UNINITIALIZED: 0, CREATE: 1, FOREGROUND: 2, BACKGROUND: 3, DESTROY: 4 } as const;

interface Running {
  ability: UIAbility;
  stage: WindowStage;
  state: number;
}

const running = new Map<string, Running>();
let top: Running | undefined;
const launch: LaunchParam = { launchReason: 1, lastExitReason: 0 };

/**
 * Starts an ability: onCreate, onWindowStageCreate, onForeground; one that runs gets onNewWant. Resolves when the page that
 * it loads at once is there. Throws a BusinessError with code 16000001 when the module has no such ability.
 */
export async function startAbility(want: Want): Promise<void> {
  const name = want.abilityName ?? '';
  const { abilities, bundleName } = host().config;
  if (want.bundleName !== undefined && want.bundleName !== bundleName) {
    const message = `The specified ability does not exist: the host has no bundle but ${bundleName}, not ${want.bundleName}`;
    throw new BusinessError(16000001, message);
  }
  const known = running.get(name);
  if (known !== undefined) {
    known.ability.lastRequestWant = want;
    known.ability.onNewWant(want, launch);
    show(known);
    return;
  }
  const declared = abilities.find((item) => item.name === name);
  if (declared === undefined) {
    const names = abilities.map((item) => item.name).join(', ');
    throw new BusinessError(
      16000001,
      `The specified ability does not exist: '${name}' (module.json5 declares ${names === '' ? 'none' : names})`,
    );
  }
  const Ability = (await host().importFile(declared.source)).default as (new () => UIAbility) | undefined;
  if (Ability === undefined) throw new Error(`${declared.source} has no default export: the ability's class`);
  const ability = new Ability();
  ability.context = new UIAbilityContext(name, { startAbility, terminateSelf: () => terminate(ability) });
  ability.launchWant = ability.lastRequestWant = want;
  const entry: Running = { ability, stage: new WindowStage(), state: AbilityLifecycleState.CREATE };
  running.set(name, entry);
  ability.onCreate(want, launch);
  ability.onWindowStageCreate(entry.stage);
  show(entry);
  await entry.stage.loaded();
}

/** Ends an ability: onBackground, onWindowStageDestroy, onDestroy. Its pages are closed. */
export async function terminate(ability: UIAbility): Promise<void> {
  const entry = find(ability);
  if (entry === undefined) return;
  moveAbility(ability, 'background');
  running.delete(ability.context.abilityInfo.name);
  entry.stage.close();
  entry.state = AbilityLifecycleState.DESTROY;
  ability.onWindowStageDestroy();
  await ability.onDestroy();
}

/** The stage of the ability in the foreground. Throws when there is none. */
export function topStage(): WindowStage {
  if (top !== undefined) return top.stage;
  throw new BusinessError(100001, 'Internal error: no ability is in the foreground; start one with startAbility');
}

/** The stage of the ability in the foreground, if there is one. */
export function topAbilityStage(): WindowStage | undefined {
  return top?.stage;
}

/** The back key: the page decides, or the page before comes back, or the ability leaves the foreground. */
export function pressBack(): void {
  if (top === undefined || top.stage.page?.back() === true || top.stage.back()) return;
  moveAbility(top.ability, 'background');
}

/** The ability in the foreground, or undefined. */
export function topAbility(): UIAbility | undefined {
  return top?.ability;
}

/** State of an ability; UNINITIALIZED for one that was never started. */
export function abilityState(ability: UIAbility): number {
  return find(ability)?.state ?? AbilityLifecycleState.UNINITIALIZED;
}

/** Puts an ability into the foreground or the background; false for one that does not run. */
export function moveAbility(ability: UIAbility, to: 'foreground' | 'background'): boolean {
  const entry = find(ability);
  if (entry === undefined) return false;
  if (to === 'foreground') {
    show(entry);
  } else if (entry.state === AbilityLifecycleState.FOREGROUND) {
    entry.state = AbilityLifecycleState.BACKGROUND;
    if (top === entry) top = undefined;
    entry.stage.setShown(false);
    ability.onBackground();
  }
  return true;
}

function show(entry: Running): void {
  if (top !== undefined && top !== entry) moveAbility(top.ability, 'background');
  top = entry;
  if (entry.state === AbilityLifecycleState.FOREGROUND) return;
  entry.state = AbilityLifecycleState.FOREGROUND;
  entry.ability.onForeground();
  entry.stage.setShown(true);
}

function find(ability: UIAbility): Running | undefined {
  return [...running.values()].find((entry) => entry.ability === ability);
}
