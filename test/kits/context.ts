/** The contexts of the application and its abilities. Their folders stand in a sandbox that belongs to this run. */
import { loadOwn } from '../build/own.ts';
import type * as BundleInfo from './bundle-info.ts';
import { withCallback } from './business-error.ts';
import { deviceFolder } from './device-path.ts';
import { EventHub } from './event-hub.ts';
import { host } from './host.ts';
import { standIn } from './lazy.ts';
import { resourceManager } from './resource-manager-lazy.ts';
import type { ResourceManager } from './resource-manager.ts';
import { follow } from './lifecycle.ts';
import type { AbilityResult, Want } from './want.ts';

/** Loaded when they are first asked for: few tests do. */
const facts: typeof BundleInfo = standIn(() => loadOwn('kits/bundle-info'));

/** The module of a context, with its abilities. */
function hapModuleInfo(moduleName: string): object {
  return { moduleName, ...facts.moduleInfo(moduleName, facts.BundleFlag.GET_BUNDLE_INFO_WITH_ABILITY) };
}

/** Settings of the device that an application sees. */
export const configuration = {
  language: 'en-US',
  colorMode: -1,
  direction: 0,
  screenDensity: 160,
  displayId: 0,
  hasPointerDevice: false,
  fontSizeScale: 1,
  fontWeightScale: 1,
};

/** Context of an application or of one of its modules. Folders are paths of the device; all of them exist. */
export class Context {
  /** `contextConstant.AreaMode`: the level of encryption of the folders, EL2 unless it is changed. */
  area = 1;
  readonly eventHub = new EventHub();
  /** Empty for the application. */
  readonly #module: string;

  constructor(module = '') {
    this.#module = module;
  }

  /** A folder that each module has for itself. */
  #own(name: string): string {
    const below = this.#module === '' ? name : `haps/${this.#module}/${name}`;
    return deviceFolder(`/data/storage/el${this.area + 1}/base/${below}`);
  }

  get filesDir(): string {
    return this.#own('files');
  }

  get cacheDir(): string {
    return this.#own('cache');
  }

  get tempDir(): string {
    return this.#own('temp');
  }

  get preferencesDir(): string {
    return this.#own('preferences');
  }

  get databaseDir(): string {
    const below = this.#module === '' ? '' : `/${this.#module}`;
    return deviceFolder(`/data/storage/el${this.area + 1}/database${below}`);
  }

  get distributedFilesDir(): string {
    return deviceFolder('/data/storage/el2/distributedfiles');
  }

  get cloudFileDir(): string {
    return deviceFolder('/data/storage/el2/cloud');
  }

  get bundleCodeDir(): string {
    return deviceFolder('/data/storage/el1/bundle');
  }

  get resourceDir(): string {
    return deviceFolder(`/data/storage/el1/bundle/${this.#module || host().config.moduleName}/resources/resfile`);
  }

  get applicationInfo(): object {
    return facts.applicationInfo();
  }

  get resourceManager(): ResourceManager {
    return resourceManager();
  }

  getApplicationContext(): ApplicationContext {
    return applicationContext();
  }

  /** The context of another module of this application. */
  createModuleContext(moduleOrBundle: string, module?: string): Context {
    return new Context(module ?? moduleOrBundle);
  }

  getGroupDir(group: string): Promise<string> {
    return Promise.resolve(deviceFolder(`/data/storage/el2/group/${group}`));
  }
}

/** What an ability may ask of those that run it. */
export interface AbilityActions {
  startAbility(want: Want): Promise<void>;
  startForResult(want: Want): Promise<AbilityResult>;
  terminate(result?: AbilityResult): Promise<void>;
  toBackground(): void;
  windowStage(): object;
}

type Callback<T = void> = (error: unknown, data: T | undefined) => void;

export interface AbilityInfo {
  name: string;
  bundleName: string;
  moduleName: string;
}

/** Context of an ability. */
export class UIAbilityContext extends Context {
  readonly abilityInfo: AbilityInfo;
  readonly config: typeof configuration = configuration;
  readonly #actions: AbilityActions;
  #isTerminating = false;

  constructor(abilityName: string, moduleName: string, actions: AbilityActions) {
    super(moduleName);
    this.abilityInfo = { name: abilityName, bundleName: host().config.bundleName, moduleName };
    this.#actions = actions;
  }

  get currentHapModuleInfo(): object {
    return hapModuleInfo(this.abilityInfo.moduleName);
  }

  get windowStage(): object {
    return this.#actions.windowStage();
  }

  startAbility(want: Want, optionsOrCallback?: object | Callback, callback?: Callback): Promise<void> | undefined {
    return withCallback(this.#actions.startAbility(want), pick(optionsOrCallback, callback));
  }

  /** Resolves when the started ability ends. */
  startAbilityForResult(
    want: Want,
    optionsOrCallback?: object | Callback<AbilityResult>,
    callback?: Callback<AbilityResult>,
  ): Promise<AbilityResult> | undefined {
    return withCallback(this.#actions.startForResult(want), pick(optionsOrCallback, callback));
  }

  terminateSelf(callback?: Callback): Promise<void> | undefined {
    this.#isTerminating = true;
    return withCallback(this.#actions.terminate(), callback);
  }

  terminateSelfWithResult(result: AbilityResult, callback?: Callback): Promise<void> | undefined {
    this.#isTerminating = true;
    return withCallback(this.#actions.terminate(result), callback);
  }

  isTerminating(): boolean {
    return this.#isTerminating;
  }

  moveAbilityToBackground(): Promise<void> {
    return Promise.resolve().then(() => this.#actions.toBackground());
  }

  /** There is no list of recent tasks for it to be shown in. */
  setMissionLabel(_label: string, callback?: Callback): Promise<void> | undefined {
    return withCallback(Promise.resolve(), callback);
  }

  reportDrawnCompleted(callback: Callback): void {
    void withCallback(Promise.resolve(), callback);
  }
}

function pick<T>(first: object | Callback<T> | undefined, second: Callback<T> | undefined): Callback<T> | undefined {
  return typeof first === 'function' ? (first as Callback<T>) : second;
}

/** Context of an AbilityStage. */
export class AbilityStageContext extends Context {
  readonly config: typeof configuration = configuration;

  readonly #name: string;

  constructor(moduleName: string) {
    super(moduleName);
    this.#name = moduleName;
  }

  get currentHapModuleInfo(): object {
    return hapModuleInfo(this.#name);
  }
}

type Listener = Record<string, ((...values: unknown[]) => void) | undefined>;

/** The context that all parts of the application share. */
export class ApplicationContext extends Context {
  /** Ids given out, and what each stands for. */
  readonly #listeners = new Map<number, { kind: string; listener: Listener; stop: () => void }>();
  #lastId = -1;

  /** `abilityLifecycle`, `environment` or `applicationStateChange`. Returns the id that `off` takes. */
  on(kind: string, listener: object): number {
    const id = ++this.#lastId;
    const known = listener as Listener;
    const stop =
      kind === 'abilityLifecycle'
        ? follow((event, ability, stage) => {
            if (stage === undefined) known[event]?.(ability);
            else known[event]?.(ability, stage);
          })
        : kind === 'applicationStateChange'
          ? followState(known)
          : () => undefined;
    this.#listeners.set(id, { kind, listener: known, stop });
    return id;
  }

  off(kind: string, idOrListener?: number | object, callback?: Callback): Promise<void> | undefined {
    for (const [id, entry] of this.#listeners) {
      if (entry.kind !== kind) continue;
      if (idOrListener !== undefined && id !== idOrListener && entry.listener !== idOrListener) continue;
      entry.stop();
      this.#listeners.delete(id);
    }
    return withCallback(Promise.resolve(), callback);
  }

  setColorMode(mode: number): void {
    configuration.colorMode = mode;
    this.#tellConfiguration();
  }

  setLanguage(language: string): void {
    configuration.language = language;
    this.#tellConfiguration();
  }

  setFontSizeScale(scale: number): void {
    configuration.fontSizeScale = scale;
    this.#tellConfiguration();
  }

  getRunningProcessInformation(): Promise<object[]> {
    const { bundleName } = host().config;
    return Promise.resolve([
      { pid: process.pid, uid: process.getuid?.() ?? 0, processName: bundleName, bundleNames: [bundleName], state: 2 },
    ]);
  }

  #tellConfiguration(): void {
    for (const { kind, listener } of this.#listeners.values()) {
      if (kind === 'environment') listener['onConfigurationUpdated']?.({ ...configuration });
    }
  }
}

/** The application is in the foreground while one of its abilities is. */
function followState(listener: Listener): () => void {
  return follow((event) => {
    if (event === 'onAbilityForeground') listener['onApplicationForeground']?.();
    if (event === 'onAbilityBackground') listener['onApplicationBackground']?.();
  });
}

let application: ApplicationContext | undefined;

/** The one context of the application. */
export function applicationContext(): ApplicationContext {
  application ??= new ApplicationContext();
  return application;
}
