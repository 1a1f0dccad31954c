/** The context of the application: its folders, in a sandbox that belongs to this run. */
import { fs, path } from '../build/builtin.ts';
import { withCallback } from './business-error.ts';
import { host } from './host.ts';

const { mkdirSync } = fs;
const { join } = path;

/** What `/data/storage` is on a device. */
function sandboxFolder(...parts: string[]): string {
  const folder = join(host().config.runDir, 'sandbox', ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Facts about the application. */
export interface ApplicationInfo {
  name: string;
  versionName: string;
  versionCode: number;
  debug: boolean;
}

/** Context of an application or ability. Folders are made when they are asked for. */
export class Context {
  readonly area = 1;

  get filesDir(): string {
    return sandboxFolder('base', 'files');
  }

  get cacheDir(): string {
    return sandboxFolder('base', 'cache');
  }

  get tempDir(): string {
    return sandboxFolder('base', 'temp');
  }

  get databaseDir(): string {
    return sandboxFolder('database');
  }

  get preferencesDir(): string {
    return sandboxFolder('base', 'preferences');
  }

  get distributedFilesDir(): string {
    return sandboxFolder('distributedfiles');
  }

  get bundleCodeDir(): string {
    return sandboxFolder('bundle');
  }

  get applicationInfo(): ApplicationInfo {
    const { bundleName, versionName, versionCode } = host().config;
    return { name: bundleName, versionName, versionCode, debug: true };
  }

  getApplicationContext(): Context {
    return applicationContext();
  }
}

/** What an ability may ask of those that run it. */
export interface AbilityActions {
  startAbility(want: object): Promise<void>;
  terminateSelf(): Promise<void>;
}

type Callback = (error: unknown, data: void | undefined) => void;

/** Context of an ability. */
export class UIAbilityContext extends Context {
  readonly abilityInfo: { name: string; bundleName: string; moduleName: string };
  readonly #actions: AbilityActions;

  constructor(abilityName: string, actions: AbilityActions) {
    super();
    const { bundleName, moduleName } = host().config;
    this.abilityInfo = { name: abilityName, bundleName, moduleName };
    this.#actions = actions;
  }

  startAbility(want: object, callback?: Callback): Promise<void> | undefined {
    return withCallback(this.#actions.startAbility(want), callback);
  }

  terminateSelf(callback?: Callback): Promise<void> | undefined {
    return withCallback(this.#actions.terminateSelf(), callback);
  }
}

let application: Context | undefined;

/** The one context of the application. */
export function applicationContext(): Context {
  application ??= new Context();
  return application;
}
