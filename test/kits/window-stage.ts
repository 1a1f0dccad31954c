/** The window stage that an ability gets: it loads pages into component trees. */
import { join } from 'node:path';
import { BusinessError, withCallback } from './business-error.ts';
import { host } from './host.ts';

type LoadCallback = (error: { code: number; message?: string }, data?: undefined) => void;

/** A stage without a screen. */
export class WindowStage {
  #page: unknown;

  /** The page on show, as test/engine/arkui.ts made it; undefined before loadContent. */
  get page(): unknown {
    return this.#page;
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
    const done = typeof storageOrCallback === 'function' ? (storageOrCallback as LoadCallback) : callback;
    return withCallback(this.#load(path), done as ((error: unknown, data: void | undefined) => void) | undefined);
  }

  async #load(path: string): Promise<void> {
    const file = join(host().config.etsRoot, `${path}.ets`);
    const page = await host().openPage(file);
    if (page === undefined) throw new BusinessError(401, `${file} has no @Entry struct`);
    this.#page = page;
  }
}
