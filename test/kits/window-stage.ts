/** The window stage that an ability gets: it loads pages into component trees, and keeps those that were left for another. */
import { fs, path } from '../build/builtin.ts';
import { BusinessError, withCallback } from './business-error.ts';
import { host } from './host.ts';
import { lazy } from './lazy.ts';
import type * as AppWindows from './app-window.ts';
import type { AppWindow } from './app-window.ts';
import type { UiPage } from './ui-tree.ts';

/** Most abilities never look at their window. */
const makeWindow: typeof AppWindows.makeWindow = lazy('./app-window', 'makeWindow');
const { existsSync } = fs;
const { join } = path;

/** Codes for a page that does not exist: of windows, and of the router. */
const wrongPath = 401;
const wrongUri = 100002;

/** WindowStageEventType of the public API: SHOWN, ACTIVE, RESUMED; INACTIVE, PAUSED, HIDDEN. */
const stageEvents = { shown: [1, 2, 5], hidden: [3, 6, 4] } as const;

export type LoadCallback = (error: { code: number; message?: string }, data?: undefined) => void;

interface Shown {
  path: string;
  page: UiPage;
  parameters: object | undefined;
}

/** A page as the router tells it. */
interface PageState {
  index: number;
  name: string;
  path: string;
  params: object | undefined;
}

/** A stage without a screen. */
export class WindowStage {
  /** Pages, the one on show last. */
  readonly #pages: Shown[] = [];
  readonly #loads = new Set<Promise<unknown>>();
  #window: AppWindow | undefined;
  #isShown = false;
  readonly #listeners = new Set<(event: number) => void>();
  /** Why the last page could not be loaded: abilities seldom say so. */
  failure: unknown;
  /** The page that is being made: it counts, and its parameters are those to ask for. */
  #making: { parameters: object | undefined } | undefined;
  readonly #etsRoot: string;

  /** @param etsRoot Where the pages of the ability's module are. */
  constructor(etsRoot: string) {
    this.#etsRoot = etsRoot;
  }

  /** The page on show; undefined before loadContent. */
  get page(): UiPage | undefined {
    return this.#pages.at(-1)?.page;
  }

  /** Resolves when no page is being loaded any more. */
  async loaded(): Promise<void> {
    while (this.#loads.size > 0) await Promise.allSettled(this.#loads);
  }

  /**
   * Loads `pages/Index` of the module's ets folder. An optional LocalStorage may come before the callback.
   * The error has code 401 when there is no such page.
   */
  loadContent(
    path: string,
    storageOrCallback?: object | LoadCallback,
    callback?: LoadCallback,
  ): Promise<void> | undefined {
    const inCall = typeof storageOrCallback === 'function';
    const done = inCall ? (storageOrCallback as LoadCallback) : callback;
    const storage = inCall ? undefined : storageOrCallback;
    const load = this.#track(this.#open(path, undefined, storage, true, wrongPath));
    return withCallback(load, done as ((error: unknown, data: void | undefined) => void) | undefined);
  }

  getMainWindow(callback?: (error: unknown, data: AppWindow | undefined) => void): Promise<AppWindow> | undefined {
    return withCallback(Promise.resolve(this.getMainWindowSync()), callback);
  }

  getMainWindowSync(): AppWindow {
    this.#window ??= makeWindow(this);
    return this.#window;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Loads a page of `@Entry({ routeName })`. */
  loadContentByName(
    name: string,
    storageOrCallback?: object | LoadCallback,
    callback?: LoadCallback,
  ): Promise<void> | undefined {
    const done = typeof storageOrCallback === 'function' ? (storageOrCallback as LoadCallback) : callback;
    return withCallback(
      this.replaceNamed(name),
      done as ((error: unknown, data: void | undefined) => void) | undefined,
    );
  }

  /** `windowStageEvent` tells when the ability comes to the foreground and leaves it. The other events need a screen. */
  on(event: string, callback: (event: number) => void): void {
    if (event === 'windowStageEvent') this.#listeners.add(callback);
  }

  /** Without a function, all of them go. */
  off(event: string, callback?: (event: number) => void): void {
    if (event !== 'windowStageEvent') return;
    if (callback === undefined) this.#listeners.clear();
    else this.#listeners.delete(callback);
  }

  /** Loads a page on top of the one on show. */
  push(path: string, parameters?: object): Promise<void> {
    return this.#track(this.#open(path, parameters, undefined, false, wrongUri));
  }

  /** Loads a page in place of the one on show. */
  replace(path: string, parameters?: object): Promise<void> {
    return this.#track(this.#open(path, parameters, undefined, true, wrongUri));
  }

  /** The same with a page of `@Entry({ routeName })`. */
  pushNamed(name: string, parameters?: object): Promise<void> {
    return this.#track(this.#openNamed(name, parameters, false));
  }

  replaceNamed(name: string, parameters?: object): Promise<void> {
    return this.#track(this.#openNamed(name, parameters, true));
  }

  /** Brings the page of a path to the top; false when there is none. With `replace` the page on show goes. */
  raise(path: string, parameters?: object, replace = false): boolean {
    const index = this.#pages.findLastIndex((item) => item.path === path);
    if (index < 0) return false;
    const top = this.#pages.at(-1) as Shown;
    const [raised] = this.#pages.splice(index, 1) as [Shown];
    raised.parameters = parameters;
    if (raised === top) {
      this.#pages.push(top);
      return true;
    }
    if (replace) this.#leave(this.#pages.pop() as Shown);
    else if (this.#isShown) top.page.hide();
    this.#pages.push(raised);
    if (this.#isShown) raised.page.show();
    return true;
  }

  /** Paths of the pages, the one on show last. */
  get paths(): string[] {
    return this.#pages.map((item) => item.path);
  }

  /** Goes back to the page before, or to the last one of that path. Nothing happens when there is none. */
  back(path?: string, parameters?: object): boolean {
    const rest = this.#pages.slice(0, -1);
    const target = path === undefined ? rest.length - 1 : rest.findLastIndex((item) => item.path === path);
    const shown = this.#pages[target];
    if (target < 0 || shown === undefined) return false;
    for (const left of this.#pages.splice(target + 1).reverse()) this.#leave(left);
    if (parameters !== undefined) shown.parameters = parameters;
    if (this.#isShown) shown.page.show();
    return true;
  }

  /** Forgets all pages but the one on show. */
  clear(): void {
    for (const left of this.#pages.splice(0, this.#pages.length - 1)) left.page.close();
  }

  get length(): number {
    return this.#pages.length + (this.#making === undefined ? 0 : 1);
  }

  get parameters(): object | undefined {
    return (this.#making ?? this.#pages.at(-1))?.parameters;
  }

  /** A page by its index from 1, as the router tells it; the one on show without one. */
  state(index: number = this.#pages.length): PageState | undefined {
    const entry = this.#pages[index - 1];
    if (entry === undefined) return index === 0 ? { index: 0, name: '', path: '', params: {} } : undefined;
    const cut = entry.path.lastIndexOf('/') + 1;
    return { index, name: entry.path.slice(cut), path: entry.path.slice(0, cut), params: entry.parameters };
  }

  /** All pages of a path. */
  statesOf(path: string): PageState[] {
    return this.paths.flatMap((item, index) => (item === path ? [this.state(index + 1) as PageState] : []));
  }

  /** The ability comes to the foreground or leaves it. */
  setShown(shown: boolean): void {
    if (this.#isShown === shown) return;
    this.#isShown = shown;
    if (shown) this.page?.show();
    else this.page?.hide();
    for (const event of shown ? stageEvents.shown : stageEvents.hidden) {
      for (const listener of [...this.#listeners]) listener(event);
    }
  }

  /** The ability ends. */
  close(): void {
    for (const left of this.#pages.splice(0).reverse()) this.#leave(left);
  }

  #leave({ page }: Shown): void {
    if (this.#isShown) page.hide();
    page.close();
  }

  #track<T>(load: Promise<T>): Promise<T> {
    this.#loads.add(load);
    const done = (): void => void this.#loads.delete(load);
    load.then(done, done);
    return load;
  }

  async #load(path: string, storage: object | undefined, code: number): Promise<() => UiPage> {
    const file = join(this.#etsRoot, `${path}.ets`);
    try {
      if (!existsSync(file)) throw new BusinessError(code, `Uri error. There is no page ${file}`);
      const make = await host().loadPage(file, storage);
      if (make === undefined) throw new BusinessError(code, `${file} has no @Entry struct`);
      return make;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  async #open(
    path: string,
    parameters: object | undefined,
    storage: object | undefined,
    replace: boolean,
    code: number,
  ): Promise<void> {
    this.failure = undefined;
    this.#enter(await this.#load(path, storage, code), path, parameters, replace);
  }

  async #openNamed(name: string, parameters: object | undefined, replace: boolean) {
    const make = host().namedPage(name);
    if (make === undefined) {
      const message = `Named route error. No file that was imported has a page with the routeName '${name}'`;
      throw new BusinessError(100004, message);
    }
    this.#enter(make, name, parameters, replace);
  }

  #enter(make: () => UiPage, path: string, parameters: object | undefined, replace: boolean): void {
    const left = this.#pages.at(-1);
    if (replace && left !== undefined) this.#leave(this.#pages.pop() ?? left);
    else if (this.#isShown) left?.page.hide();
    try {
      // The page asks the router for its parameters while it is made.
      this.#making = { parameters };
      const page = make();
      this.#pages.push({ path, page, parameters });
      this.#making = undefined;
      if (this.#isShown) page.show();
    } catch (error) {
      // What a page throws ends the application on a device, and is no failure to load.
      queueMicrotask(() => {
        throw error;
      });
    } finally {
      this.#making = undefined;
    }
  }
}
