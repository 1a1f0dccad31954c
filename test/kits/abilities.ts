/** Abilities of the application: started by name, taken through their life cycle. */
import { BusinessError } from './business-error.ts';
import { UIAbilityContext } from './context.ts';
import { enterModule } from './ability-stages.ts';
import { host } from './host.ts';
import { tell } from './lifecycle.ts';
import type { AbilityResult, LaunchParam, Want } from './want.ts';
import { WindowStage } from './window-stage.ts';

export type { AbilityResult, LaunchParam, Want } from './want.ts';

/** Base class of abilities; the methods are there to be overridden. */
export class UIAbility {
  context!: UIAbilityContext;
  launchWant!: Want;
  lastRequestWant!: Want;

  onCreate(_want: Want, _param: LaunchParam): void {}
  onWindowStageCreate(_stage: WindowStage): void {}
  onWindowStageWillDestroy(_stage: WindowStage): void {}
  onWindowStageDestroy(): void {}
  onDestroy(): void | Promise<void> {}
  onWillForeground(): void {}
  onForeground(): void {}
  onDidForeground(): void {}
  onWillBackground(): void {}
  onBackground(): void {}
  onDidBackground(): void {}
  onNewWant(_want: Want, _param: LaunchParam): void {}
  onConfigurationUpdate(_configuration: object): void {}
  onMemoryLevel(_level: number): void {}
  /** True keeps the ability, in the background. */
  onBackPressed(): boolean {
    return true;
  }
}

/** AbilityLifecycleState of the public API. */
export const AbilityLifecycleState = { UNINITIALIZED: 0, CREATE: 1, FOREGROUND: 2, BACKGROUND: 3, DESTROY: 4 } as const;

interface Running {
  ability: UIAbility;
  stage: WindowStage;
  state: number;
  /** Answers the one that waits for a result. */
  ended: ((result: AbilityResult) => void) | undefined;
}

/** In the order in which they were shown, the one on top last. */
let running: Running[] = [];
let top: Running | undefined;
let wasStarted = false;
const launch: LaunchParam = { launchReason: 1, lastExitReason: 0 };

/**
 * Starts an ability: onCreate, onWindowStageCreate, onForeground; one that runs gets onNewWant. Resolves when the page that
 * it loads at once is there. Throws a BusinessError with code 16000001 when the application has no such ability.
 */
export function startAbility(want: Want): Promise<void> {
  return start(want);
}

/** Starts an ability, and resolves with its result when it ends. */
function startForResult(want: Want): Promise<AbilityResult> {
  return new Promise((resolve, reject) => {
    start(want, resolve).catch(reject);
  });
}

async function start(want: Want, ended?: (result: AbilityResult) => void): Promise<void> {
  wasStarted = true;
  const declared = declaredAbility(want);
  const { name, moduleName } = declared;
  const known = declared.isMultiton
    ? undefined
    : running.find(
        ({ ability: { context } }) =>
          context.abilityInfo.name === name && context.abilityInfo.moduleName === moduleName,
      );
  if (known !== undefined) {
    known.ability.lastRequestWant = want;
    known.ability.onNewWant(want, launch);
    known.ended = ended ?? known.ended;
    show(known);
    return;
  }
  await enterModule(moduleName);
  const Ability = await declared.load();
  const ability = new Ability();
  const entry: Running = { ability, stage: new WindowStage(declared.etsRoot), state: 0, ended };
  ability.context = new UIAbilityContext(name, moduleName, {
    startAbility,
    startForResult,
    terminate: (result) => terminate(ability, result),
    toBackground: () => void moveAbility(ability, 'background'),
    windowStage: () => entry.stage,
  });
  ability.launchWant = ability.lastRequestWant = want;
  entry.state = AbilityLifecycleState.CREATE;
  running.push(entry);
  ability.onCreate(want, launch);
  tell('onAbilityCreate', ability);
  ability.onWindowStageCreate(entry.stage);
  tell('onWindowStageCreate', ability, entry.stage);
  show(entry);
  await entry.stage.loaded();
}

interface Declared {
  name: string;
  moduleName: string;
  etsRoot: string;
  isMultiton: boolean;
  load(): Promise<new () => UIAbility>;
}

function declaredAbility({ bundleName, moduleName, abilityName = '' }: Want): Declared {
  const { abilities, bundleName: own, testAbility, testModuleName, etsRoot } = host().config;
  if (bundleName !== undefined && bundleName !== own) {
    const message = `The specified ability does not exist: the host has no bundle but ${own}, not ${bundleName}`;
    throw new BusinessError(16000001, message);
  }
  const found = abilities.find(
    (item) =>
      item.name === abilityName && (moduleName === undefined || moduleName === '' || item.moduleName === moduleName),
  );
  if (found !== undefined) return { ...found, load: () => loadAbility(found.source) };
  if (abilityName === testAbility) {
    // The one that hvigor generates has no code of the project's.
    return {
      name: testAbility,
      moduleName: testModuleName,
      etsRoot,
      isMultiton: false,
      load: () => Promise.resolve(UIAbility),
    };
  }
  const names = abilities.map((item) => item.name).join(', ');
  throw new BusinessError(
    16000001,
    `The specified ability does not exist: '${abilityName}' (module.json5 declares ${names === '' ? 'none' : names})`,
  );
}

async function loadAbility(source: string): Promise<new () => UIAbility> {
  const Ability = (await host().importFile(source)).default as (new () => UIAbility) | undefined;
  if (Ability === undefined) throw new Error(`${source} has no default export: the ability's class`);
  return Ability;
}

/** On a device the ability of the test module runs before the first test does; here it starts when it is asked for. */
export async function startTestAbility(): Promise<void> {
  if (!wasStarted) await startAbility({ abilityName: host().config.testAbility });
}

/** Ends an ability: onBackground, onWindowStageDestroy, onDestroy. Its pages are closed, and the ability below it is shown. */
export async function terminate(ability: UIAbility, result: AbilityResult = { resultCode: 0 }): Promise<void> {
  const entry = find(ability);
  if (entry === undefined) return;
  const wasTop = top === entry;
  moveAbility(ability, 'background');
  running = running.filter((item) => item !== entry);
  ability.onWindowStageWillDestroy(entry.stage);
  entry.stage.close();
  entry.state = AbilityLifecycleState.DESTROY;
  ability.onWindowStageDestroy();
  tell('onWindowStageDestroy', ability, entry.stage);
  const below = running.at(-1);
  if (wasTop && below !== undefined) show(below);
  await ability.onDestroy();
  tell('onAbilityDestroy', ability);
  entry.ended?.(result);
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
  const { ability } = top;
  if (ability.onBackPressed()) moveAbility(ability, 'background');
  else void terminate(ability);
}

/** The ability in the foreground, or undefined. */
export function topAbility(): UIAbility | undefined {
  return top?.ability;
}

/** State of an ability; UNINITIALIZED for one that was never started. */
export function abilityState(ability: UIAbility): number {
  return find(ability)?.state ?? AbilityLifecycleState.UNINITIALIZED;
}

/** All abilities that run. */
export function runningAbilities(): readonly UIAbility[] {
  return running.map((entry) => entry.ability);
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
    tell('onWindowStageInactive', ability, entry.stage);
    ability.onWillBackground();
    ability.onBackground();
    ability.onDidBackground();
    tell('onAbilityBackground', ability);
  }
  return true;
}

function show(entry: Running): void {
  if (top !== undefined && top !== entry) moveAbility(top.ability, 'background');
  top = entry;
  running = [...running.filter((item) => item !== entry), entry];
  if (entry.state === AbilityLifecycleState.FOREGROUND) return;
  const { ability, stage } = entry;
  entry.state = AbilityLifecycleState.FOREGROUND;
  ability.onWillForeground();
  ability.onForeground();
  ability.onDidForeground();
  tell('onAbilityForeground', ability);
  stage.setShown(true);
  tell('onWindowStageActive', ability, stage);
}

function find(ability: UIAbility): Running | undefined {
  return running.find((entry) => entry.ability === ability);
}
