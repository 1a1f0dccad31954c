/** `@ohos.window`: the window of the ability on top. Others cannot be made: there is no screen for them. */
import { topStage } from '../abilities.ts';
import type { AppWindow } from '../app-window.ts';
import { BusinessError, withCallback } from '../business-error.ts';
import { namespace } from '../namespace.ts';

function lastWindow(): Promise<AppWindow> {
  return Promise.resolve().then(() => {
    try {
      return topStage().getMainWindowSync();
    } catch {
      throw new BusinessError(1300002, 'This window state is abnormal: no ability is in the foreground');
    }
  });
}

export default namespace('@ohos.window', {
  WindowStageEventType: { SHOWN: 1, ACTIVE: 2, INACTIVE: 3, HIDDEN: 4, RESUMED: 5, PAUSED: 6 },
  WindowEventType: { WINDOW_SHOWN: 1, WINDOW_ACTIVE: 2, WINDOW_INACTIVE: 3, WINDOW_HIDDEN: 4, WINDOW_DESTROYED: 7 },
  WindowType: { TYPE_APP: 0, TYPE_SYSTEM_ALERT: 1, TYPE_FLOAT: 8, TYPE_DIALOG: 16, TYPE_MAIN: 32 },
  AvoidAreaType: {
    TYPE_SYSTEM: 0,
    TYPE_CUTOUT: 1,
    TYPE_SYSTEM_GESTURE: 2,
    TYPE_KEYBOARD: 3,
    TYPE_NAVIGATION_INDICATOR: 4,
  },
  WindowStatusType: { UNDEFINED: 0, FULL_SCREEN: 1, MAXIMIZE: 2, MINIMIZE: 3, FLOATING: 4, SPLIT_SCREEN: 5 },
  Orientation: {
    UNSPECIFIED: 0,
    PORTRAIT: 1,
    LANDSCAPE: 2,
    PORTRAIT_INVERTED: 3,
    LANDSCAPE_INVERTED: 4,
    AUTO_ROTATION: 5,
    AUTO_ROTATION_PORTRAIT: 6,
    AUTO_ROTATION_LANDSCAPE: 7,
    AUTO_ROTATION_RESTRICTED: 8,
    LOCKED: 11,
  },
  ColorSpace: { DEFAULT: 0, WIDE_GAMUT: 1 },
  getLastWindow: (_context: object, callback?: (error: unknown, data: AppWindow | undefined) => void) =>
    withCallback(lastWindow(), callback),
});
