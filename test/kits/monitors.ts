/** Monitors of abilityDelegator: they follow the abilities of one name, and a test waits for the first of them. */
import type { UIAbility } from './abilities.ts';
import { followStages } from './ability-stages.ts';
import type { AbilityStage } from './ability-stages.ts';
import { BusinessError, parameterError } from './business-error.ts';
import { follow } from './lifecycle.ts';
import type { LifecycleEvent } from './lifecycle.ts';

/** Which abilities, and what to call; all functions are optional. */
export type AbilityMonitor = { abilityName: string; moduleName?: string } & {
  [event in LifecycleEvent]?: (ability: UIAbility) => void;
};

export interface AbilityStageMonitor {
  moduleName: string;
  srcEntrance: string;
}

interface Watch<T> {
  found: T | undefined;
  waiting: ((found: T) => void)[];
  stop: () => void;
}

const failed = 16000100;
/** The limit of a device, in milliseconds. */
const defaultWait = 5000;
const abilityWatches = new Map<AbilityMonitor, Watch<UIAbility>>();
const stageWatches = new Map<AbilityStageMonitor, Watch<AbilityStage>>();

export function addAbilityMonitor(monitor: AbilityMonitor): void {
  if (typeof monitor?.abilityName !== 'string')
    throw parameterError('addAbilityMonitor takes a monitor with abilityName');
  if (abilityWatches.has(monitor)) return;
  const watch = newWatch<UIAbility>();
  watch.stop = follow((event, ability) => {
    const { name, moduleName } = ability.context.abilityInfo;
    if (name !== monitor.abilityName || (monitor.moduleName ?? moduleName) !== moduleName) return;
    if (event === 'onAbilityCreate') meet(watch, ability);
    monitor[event]?.(ability);
  });
  abilityWatches.set(monitor, watch);
}

export function removeAbilityMonitor(monitor: AbilityMonitor): void {
  remove(abilityWatches, monitor);
}

export function addStageMonitor(monitor: AbilityStageMonitor): void {
  if (stageWatches.has(monitor)) return;
  const watch = newWatch<AbilityStage>();
  watch.stop = followStages((moduleName, source, stage) => {
    const entrance = monitor.srcEntrance.replace(/^\.\//, '').replace(/\.e?ts$/, '');
    if (moduleName === monitor.moduleName && source.replace(/\.e?ts$/, '').endsWith(entrance)) meet(watch, stage);
  });
  stageWatches.set(monitor, watch);
}

export function removeStageMonitor(monitor: AbilityStageMonitor): void {
  remove(stageWatches, monitor);
}

/** Resolves with the first ability that matches, created since the monitor was added. Rejects after `timeout` ms. */
export function waitForAbility(monitor: AbilityMonitor, timeout?: number): Promise<UIAbility> {
  addAbilityMonitor(monitor);
  return wait(abilityWatches.get(monitor) as Watch<UIAbility>, `ability ${monitor.abilityName}`, timeout);
}

export function waitForStage(monitor: AbilityStageMonitor, timeout?: number): Promise<AbilityStage> {
  addStageMonitor(monitor);
  return wait(stageWatches.get(monitor) as Watch<AbilityStage>, `AbilityStage of ${monitor.moduleName}`, timeout);
}

function newWatch<T>(): Watch<T> {
  return { found: undefined, waiting: [], stop: () => undefined };
}

function meet<T>(watch: Watch<T>, found: T): void {
  watch.found = found;
  for (const waiting of watch.waiting.splice(0)) waiting(found);
}

function remove<M, T>(watches: Map<M, Watch<T>>, monitor: M): void {
  watches.get(monitor)?.stop();
  watches.delete(monitor);
}

function wait<T>(watch: Watch<T>, what: string, timeout = defaultWait): Promise<T> {
  if (watch.found !== undefined) return Promise.resolve(watch.found);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      watch.waiting = watch.waiting.filter((item) => item !== met);
      reject(new BusinessError(failed, `Calling AbilityDelegator failed: no ${what} was created within ${timeout} ms`));
    }, timeout);
    const met = (found: T): void => {
      clearTimeout(late);
      resolve(found);
    };
    watch.waiting.push(met);
  });
}
