/** `@ohos.router`: the pages of the window in the foreground. */
import { topStage } from './abilities.ts';
import { BusinessError, withPlainCallback } from './business-error.ts';
import { choose } from './dialogs.ts';
import { namespace } from './namespace.ts';
import type { WindowStage } from './window-stage.ts';

interface RouterOptions {
  url: string;
  params?: object;
}

interface NamedOptions {
  name: string;
  params?: object;
}

type Callback = (error: unknown, data: void | undefined) => void;

const RouterMode = { Standard: 0, Single: 1 } as const;
/** As many pages as a device keeps. */
const mostPages = 32;

/** `pushUrl(options, mode?, callback?)`. */
function moving<T>(move: (stage: WindowStage, options: T, mode: number) => Promise<void>) {
  return (options: T, modeOrCallback?: number | Callback, callback?: Callback): Promise<void> | undefined =>
    withPlainCallback(
      Promise.resolve().then(() => {
        const mode = typeof modeOrCallback === 'number' ? modeOrCallback : RouterMode.Standard;
        return move(topStage(), options, mode);
      }),
      typeof modeOrCallback === 'function' ? modeOrCallback : callback,
    );
}

function checkRoom(stage: WindowStage): void {
  if (stage.length < mostPages) return;
  throw new BusinessError(100003, `Page stack error. The pages are pushed too much: there are ${mostPages}`);
}

async function push(stage: WindowStage, { url, params }: RouterOptions, mode: number): Promise<void> {
  if (mode === RouterMode.Single && stage.raise(url, params)) return;
  checkRoom(stage);
  await stage.push(url, params);
}

async function replace(stage: WindowStage, { url, params }: RouterOptions, mode: number): Promise<void> {
  if (mode === RouterMode.Single && stage.raise(url, params, true)) return;
  await stage.replace(url, params);
}

/** The question before a page is left, if one was asked for. */
let alert: string | undefined;

function leave(target: RouterOptions | number | undefined, params: object | undefined): void {
  const stage = topStage();
  const path = typeof target === 'number' ? stage.paths[target - 1] : target?.url;
  stage.back(path, typeof target === 'number' ? params : target?.params);
}

async function confirmed(message: string): Promise<boolean> {
  const buttons = [{ text: 'Cancel' }, { text: 'OK' }];
  return choose('AlertDialog', { message }, buttons).then(
    ({ index }) => index === 1,
    () => false,
  );
}

function askBefore({ message }: { message: string }): void {
  topStage();
  alert = message;
}

function askNoMore(): void {
  alert = undefined;
}

export const router = namespace('@ohos.router', {
  RouterMode,
  pushUrl: moving(push),
  replaceUrl: moving(replace),
  pushNamedRoute: moving(async (stage, { name, params }: NamedOptions) => {
    checkRoom(stage);
    await stage.pushNamed(name, params);
  }),
  replaceNamedRoute: moving((stage, { name, params }: NamedOptions) => stage.replaceNamed(name, params)),
  /** The names before API 9. */
  push: (options: RouterOptions): void => void push(topStage(), options, RouterMode.Standard),
  replace: (options: RouterOptions): void => void replace(topStage(), options, RouterMode.Standard),
  back: (target?: RouterOptions | number, params?: object): void => {
    if (alert === undefined) return leave(target, params);
    void confirmed(alert).then((yes) => yes && leave(target, params));
  },
  clear: (): void => topStage().clear(),
  getLength: (): string => String(topStage().length),
  getParams: (): object | undefined => topStage().parameters,
  getState: () => topStage().state(),
  getStateByIndex: (index: number) => topStage().state(index),
  getStateByUrl: (url: string) => topStage().statesOf(url),
  showAlertBeforeBackPage: askBefore,
  enableAlertBeforeBackPage: askBefore,
  hideAlertBeforeBackPage: askNoMore,
  disableAlertBeforeBackPage: askNoMore,
});
