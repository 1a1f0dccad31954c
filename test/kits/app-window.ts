/** The one window of a stage. There is no screen: settings are taken and kept, and change nothing. */
import { withCallback } from './business-error.ts';
import { host } from './host.ts';
import { namespace } from './namespace.ts';
import type { LoadCallback, WindowStage } from './window-stage.ts';

type Callback<T> = (error: unknown, data: T | undefined) => void;

/** What a window without a screen is like: one pixel a vp. */
const rect = { left: 0, top: 0, width: 360, height: 780 };

/** Settings that a promise or callback answers; the last argument may be the callback. */
const settings = [
  'setWindowLayoutFullScreen',
  'setWindowSystemBarEnable',
  'setWindowSystemBarProperties',
  'setSpecificSystemBarEnabled',
  'setPreferredOrientation',
  'setWindowBrightness',
  'setWindowKeepScreenOn',
  'setWindowPrivacyMode',
  'setWindowTouchable',
  'setWindowFocusable',
  'setWindowColorSpace',
  'setWindowLimits',
  'setImmersiveModeEnabledState',
  'setWindowDecorVisible',
  'setWindowGrayScale',
  'setResizeByDragEnabled',
  'showWindow',
  'minimize',
  'maximize',
  'recover',
  'resize',
  'moveWindowTo',
  'destroyWindow',
] as const;

/** Settings that are there at once. */
const atOnce = ['setWindowBackgroundColor', 'setAspectRatio', 'setDialogBackGestureEnabled', 'on', 'off'] as const;

export interface AppWindow {
  setUIContent(path: string, callback?: LoadCallback): Promise<void> | undefined;
  loadContent(path: string, storage?: object | LoadCallback, callback?: LoadCallback): Promise<void> | undefined;
}

/** Makes the window of a stage. */
export function makeWindow(stage: WindowStage): AppWindow {
  const accepted = (...values: unknown[]): Promise<void> | undefined => {
    const callback = values.at(-1);
    return withCallback(Promise.resolve(), typeof callback === 'function' ? (callback as Callback<void>) : undefined);
  };
  return namespace('Window', {
    setUIContent: (path: string, callback?: LoadCallback) => stage.loadContent(path, callback),
    loadContent: (path: string, storage?: object | LoadCallback, callback?: LoadCallback) =>
      stage.loadContent(path, storage, callback),
    loadContentByName: (name: string): Promise<void> => stage.replaceNamed(name),
    ...Object.fromEntries(settings.map((name) => [name, accepted])),
    ...Object.fromEntries(atOnce.map((name) => [name, (): void => undefined])),
    getUIContext: () => host().component('uiContext'),
    getWindowProperties: () => ({
      windowRect: { ...rect },
      drawableRect: { ...rect },
      type: 0,
      isFullScreen: false,
      isLayoutFullScreen: false,
      focusable: true,
      touchable: true,
      brightness: -1,
      isKeepScreenOn: false,
      isPrivacyMode: false,
      id: 1,
      displayId: 0,
    }),
    getWindowAvoidArea: () => ({
      visible: false,
      leftRect: { left: 0, top: 0, width: 0, height: 0 },
      topRect: { left: 0, top: 0, width: 0, height: 0 },
      rightRect: { left: 0, top: 0, width: 0, height: 0 },
      bottomRect: { left: 0, top: 0, width: 0, height: 0 },
    }),
    getWindowStatus: () => 1,
    getPreferredOrientation: () => 0,
    isWindowShowing: () => stage.isShown,
    isFocused: () => stage.isShown,
  });
}
