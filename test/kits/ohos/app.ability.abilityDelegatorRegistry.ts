/** `@ohos.app.ability.abilityDelegatorRegistry`: what a test may ask of the process that runs it. */
import { AbilityLifecycleState, abilityState, moveAbility, startAbility, topAbility } from '../abilities.ts';
import type { UIAbility, Want } from '../abilities.ts';
import { BusinessError, withCallback } from '../business-error.ts';
import { applicationContext } from '../context.ts';
import type { Context } from '../context.ts';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';
import { runShell } from '../shell.ts';
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
    return withCallback(runShell(command, seconds), typeof limit === 'function' ? limit : callback);
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

  getAppContext(): Context {
    return applicationContext();
  }

  startAbility(want: Want, callback?: Callback<void>): Promise<void> | undefined {
    return withCallback(startAbility(want), callback);
  }

  getCurrentTopAbility(callback?: Callback<UIAbility>): Promise<UIAbility> | undefined {
    const ability = topAbility();
    const promise =
      ability === undefined
        ? Promise.reject(
            new BusinessError(16000100, 'Calling the AbilityDelegator failed: no ability is in the foreground'),
          )
        : Promise.resolve(ability);
    return withCallback(promise, callback);
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
}

const delegator = namespace('AbilityDelegator', new AbilityDelegator());

function getArguments(): Arguments {
  const { bundleName, parameters } = host().config;
  const prefixed = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`-s ${name}`, value]));
  return {
    bundleName,
    parameters: prefixed,
    testCaseNames: parameters['class'] ?? '',
    testRunnerClassName: 'OpenHarmonyTestRunner',
  };
}

export default namespace('@ohos.app.ability.abilityDelegatorRegistry', {
  AbilityLifecycleState,
  getAbilityDelegator: () => delegator,
  getArguments,
});
