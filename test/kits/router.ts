/** `@ohos.router`: the pages of the window in the foreground. */
import { topStage } from './abilities.ts';
import { namespace } from './namespace.ts';
import { withCallback } from './business-error.ts';
import type { WindowStage } from './window-stage.ts';

interface RouterOptions {
  url: string;
  params?: object;
}

type Callback = (error: unknown, data: void | undefined) => void;

/** `pushUrl(options, mode?, callback?)`. */
function moving(move: (stage: WindowStage, options: RouterOptions) => Promise<void>) {
  return (options: RouterOptions, modeOrCallback?: number | Callback, callback?: Callback): Promise<void> | undefined =>
    withCallback(
      Promise.resolve().then(() => move(topStage(), options)),
      typeof modeOrCallback === 'function' ? modeOrCallback : callback,
    );
}

export const router = namespace('@ohos.router', {
  RouterMode: { Standard: 0, Single: 1 },
  pushUrl: moving((stage, { url, params }) => stage.push(url, params)),
  replaceUrl: moving((stage, { url, params }) => stage.replace(url, params)),
  back: (options?: RouterOptions): void => void topStage().back(options?.url, options?.params),
  clear: (): void => topStage().clear(),
  getLength: (): string => String(topStage().length),
  getParams: (): object | undefined => topStage().parameters,
  getState: () => topStage().state(),
});
