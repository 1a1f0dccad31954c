/** `@ohos.app.ability.abilityDelegatorRegistry`: what a test may ask of the process that runs it. */
import {
  AbilityLifecycleState,
  abilityState,
  moveAbility,
  startAbility,
  startTestAbility,
  topAbility,
} from '../abilities.ts';
import type { AbilityStage } from '../ability-stages.ts';
import type { UIAbility, Want } from '../abilities.ts';
import { BusinessError, withCallback } from '../business-error.ts';
import { applicationContext } from '../context.ts';
import type { ApplicationContext } from '../context.ts';
import { host } from '../host.ts';
import * as monitors from '../monitors.ts';
import type { AbilityMonitor, AbilityStageMonitor } from '../monitors.ts';
import { namespace } from '../namespace.ts';
import { runCommand } from '../ability-command.ts';
import type { ShellResult } from '../shell.ts';

type Callback<T> = (error: unknown, data: T | undefined) => void;

/** Arguments that `aa test` would have been given. */
interface Arguments {
  bundleName: string;
  parameters: Record<string, string>;
  testCaseNames: string;
  testRunnerClassName: string;
}

/** The delegator of the run. */
class AbilityDelegator {
  /** Runs a command with a shell; the limit is in seconds. `hilog` on PATH reads the log of this run. */
  executeShellCommand(
    command: string,
    limit?: number | Callback<ShellResult>,
    callback?: Callback<ShellResult>,
  ): Promise<ShellResult> | undefined {
    const seconds = typeof limit === 'number' ? limit : 0;
    return withCallback(runCommand(command, seconds), typeof limit === 'function' ? limit : callback);
  }

  print(text: string, callback?: Callback<void>): Promise<void> | undefined {
    this.printSync(text);
    return withCallback(Promise.resolve(), callback);
  }

  printSync(text: string): void {
    host().output('stdout', text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Says that the test is over. The verdict comes from the cases, so this changes nothing. */
  finishTest(_message: string, _code: number, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(Promise.resolve(), callback);
  }

  getAppContext(): ApplicationContext {
    return applicationContext();
  }

  startAbility(want: Want, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(startAbility(want), callback);
  }

  getCurrentTopAbility(callback?: Callback<UIAbility>): Promise<UIAbility> | undefined {
    return withCallback(currentTop(), callback);
  }

  getAbilityState(ability: UIAbility): number {
    return abilityState(ability);
  }

  doAbilityForeground(ability: UIAbility, callback?: Callback<boolean>): Promise<boolean> | undefined {
    return withCallback(Promise.resolve(moveAbility(ability, 'foreground')), callback);
  }

  doAbilityBackground(ability: UIAbility, callback?: Callback<boolean>): Promise<boolean> | undefined {
    return withCallback(Promise.resolve(moveAbility(ability, 'background')), callback);
  }

  addAbilityMonitor(monitor: AbilityMonitor, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(
      done(() => monitors.addAbilityMonitor(monitor)),
      callback,
    );
  }

  addAbilityMonitorSync(monitor: AbilityMonitor): void {
    monitors.addAbilityMonitor(monitor);
  }

  removeAbilityMonitor(monitor: AbilityMonitor, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(
      done(() => monitors.removeAbilityMonitor(monitor)),
      callback,
    );
  }

  removeAbilityMonitorSync(monitor: AbilityMonitor): void {
    monitors.removeAbilityMonitor(monitor);
  }

  /** The first ability that the monitor has met, or will meet within the limit in milliseconds (5000 without one). */
  waitAbilityMonitor(
    monitor: AbilityMonitor,
    limit?: number | Callback<UIAbility>,
    callback?: Callback<UIAbility>,
  ): Promise<UIAbility> | undefined {
    const timeout = typeof limit === 'number' ? limit : undefined;
    return withCallback(monitors.waitForAbility(monitor, timeout), typeof limit === 'function' ? limit : callback);
  }

  addAbilityStageMonitor(monitor: AbilityStageMonitor, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(
      done(() => monitors.addStageMonitor(monitor)),
      callback,
    );
  }

  addAbilityStageMonitorSync(monitor: AbilityStageMonitor): void {
    monitors.addStageMonitor(monitor);
  }

  removeAbilityStageMonitor(monitor: AbilityStageMonitor, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(
      done(() => monitors.removeStageMonitor(monitor)),
      callback,
    );
  }

  removeAbilityStageMonitorSync(monitor: AbilityStageMonitor): void {
    monitors.removeStageMonitor(monitor);
  }

  waitAbilityStageMonitor(
    monitor: AbilityStageMonitor,
    limit?: number | Callback<AbilityStage>,
    callback?: Callback<AbilityStage>,
  ): Promise<AbilityStage> | undefined {
    const timeout = typeof limit === 'number' ? limit : undefined;
    return withCallback(monitors.waitForStage(monitor, timeout), typeof limit === 'function' ? limit : callback);
  }

  /** Modules that are replaced in files imported from now on: name to a file, from the module's folder. */
  setMockList(mocks: Record<string, string>): void {
    host().mock(mocks);
  }
}

function done(action: () => void): Promise<void> {
  return Promise.resolve().then(action);
}

async function currentTop(): Promise<UIAbility> {
  await startTestAbility();
  const ability = topAbility();
  if (ability !== undefined) return ability;
  throw new BusinessError(16000100, 'Calling the AbilityDelegator failed: no ability is in the foreground');
}

const testRunner = 'OpenHarmonyTestRunner';
const delegator = namespace('AbilityDelegator', new AbilityDelegator());

function getArguments(): Arguments {
  const { bundleName, parameters, testModuleName } = host().config;
  const given = { unittest: testRunner, ...parameters };
  const prefixed = Object.fromEntries(Object.entries(given).map(([name, value]) => [`-s ${name}`, value]));
  return {
    bundleName,
    parameters: { ...prefixed, '-b': bundleName, '-m': testModuleName },
    testCaseNames: parameters['class'] ?? '',
    testRunnerClassName: testRunner,
  };
}

export default namespace('@ohos.app.ability.abilityDelegatorRegistry', {
  AbilityLifecycleState,
  getAbilityDelegator: () => delegator,
  getArguments,
});
