/** The window stage that an ability gets: it loads pages into component trees, and keeps those that were left for another. */
import { path } from '../build/builtin.ts';
import { BusinessError, withCallback } from './business-error.ts';
import { host } from './host.ts';
import { namespace } from './namespace.ts';
import type { UiPage } from './ui-tree.ts';

const { join } = path;

type LoadCallback = (error: { code: number; message?: string }, data?: undefined) => void;

interface Shown {
  path: string;
  page: UiPage;
  parameters: object | undefined;
}

/** The one window of a stage, without a screen. */
class Window {
  readonly stage: WindowStage;

  constructor(stage: WindowStage) {
    this.stage = stage;
  }

  setUIContent(path: string, callback?: LoadCallback): Promise<void> | undefined {
    return this.stage.loadContent(path, callback);
  }

  loadContent(path: string, storage?: object | LoadCallback, callback?: LoadCallback): Promise<void> | undefined {
    return this.stage.loadContent(path, storage, callback);
  }
}

/** A stage without a screen. */
export class WindowStage {
  /** Pages, the one on show last. */
  readonly #pages: Shown[] = [];
  readonly #loads = new Set<Promise<unknown>>();
  readonly #window: Window = namespace('Window', new Window(this));
  #isShown = false;
  /** Why the last page could not be loaded: abilities seldom say so. */
  failure: unknown;
  /** Parameters of the page that is being made. */
  #making: object | undefined;
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
    const load = this.#track(this.replace(path, undefined, inCall ? undefined : storageOrCallback));
    return withCallback(load, done as ((error: unknown, data: void | undefined) => void) | undefined);
  }

  getMainWindow(callback?: (error: unknown, data: Window | undefined) => void): Promise<Window> | undefined {
    return withCallback(Promise.resolve(this.#window), callback);
  }

  getMainWindowSync(): Window {
    return this.#window;
  }

  /** Events of windows come from a screen: there are none. */
  on(): void {}
  off(): void {}

  /** Loads a page on top of the one on show. */
  push(path: string, parameters?: object): Promise<void> {
    return this.#track(this.#open(path, parameters, undefined, false));
  }

  /** Loads a page in place of the one on show. */
  replace(path: string, parameters?: object, storage?: object): Promise<void> {
    return this.#track(this.#open(path, parameters, storage, true));
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
    return this.#pages.length;
  }

  get parameters(): object | undefined {
    return this.#making ?? this.#pages.at(-1)?.parameters;
  }

  /** Which page is on show, from 1, as the router tells it. */
  state(): { index: number; name: string; path: string } {
    const path = this.#pages.at(-1)?.path ?? '';
    const cut = path.lastIndexOf('/') + 1;
    return { index: this.#pages.length, name: path.slice(cut), path: path.slice(0, cut) };
  }

  /** The ability comes to the foreground or leaves it. */
  setShown(shown: boolean): void {
    if (this.#isShown === shown) return;
    this.#isShown = shown;
    if (shown) this.page?.show();
    else this.page?.hide();
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

  async #load(path: string, storage: object | undefined): Promise<() => UiPage> {
    const file = join(this.#etsRoot, `${path}.ets`);
    try {
      const make = await host().loadPage(file, storage);
      if (make === undefined) throw new BusinessError(401, `${file} has no @Entry struct`);
      return make;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  async #open(path: string, parameters: object | undefined, storage: object | undefined, replace: boolean) {
    this.failure = undefined;
    const make = await this.#load(path, storage);
    const left = this.#pages.at(-1);
    if (replace && left !== undefined) this.#leave(this.#pages.pop() ?? left);
    else if (this.#isShown) left?.page.hide();
    try {
      // The page asks the router for its parameters while it is made.
      this.#making = parameters;
      const page = make();
      this.#pages.push({ path, page, parameters });
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
