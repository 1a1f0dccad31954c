/** UiTest's `UiWindow`: there is one window, that of the ability on top, and it fills the display. */
import { topAbilityStage } from './abilities.ts';
import { parameterError } from './business-error.ts';
import { host } from './host.ts';
import { namespace } from './namespace.ts';
import display from './ohos/display.ts';
import { operate, pixels } from './ui-session.ts';

export const WindowMode = { FULLSCREEN: 0, PRIMARY: 1, SECONDARY: 2, FLOATING: 3 } as const;

/** Which window is looked for; all conditions must hold. */
export interface WindowFilter {
  bundleName?: string;
  focused?: boolean;
  active?: boolean;
  /** The name of `active` before API 11. */
  actived?: boolean;
}

const conditions = ['bundleName', 'focused', 'active', 'actived'];

/** Methods that need a screen with room for more than one window. */
const needScreen = ['moveTo', 'resize', 'split', 'maximize', 'minimize', 'resume', 'close'] as const;

export class UiWindow {
  /** Makes the window; for `findWindow`. */
  static of(): UiWindow {
    const window = new UiWindow();
    for (const name of needScreen) Object.assign(window, { [name]: () => pixels(`UiWindow.${name}`) });
    return namespace('UiWindow of @ohos.UiTest', window);
  }

  getBundleName(): Promise<string> {
    return operate('UiWindow.getBundleName', () => host().config.bundleName);
  }

  getWindowMode(): Promise<number> {
    return operate('UiWindow.getWindowMode', () => WindowMode.FULLSCREEN);
  }

  isFocused(): Promise<boolean> {
    return operate('UiWindow.isFocused', isOnTop);
  }

  isActive(): Promise<boolean> {
    return operate('UiWindow.isActive', isOnTop);
  }

  /** The name of `isActive` before API 11. */
  isActived(): Promise<boolean> {
    return operate('UiWindow.isActived', isOnTop);
  }

  /** It fills the display. */
  getBounds(): Promise<{ left: number; top: number; right: number; bottom: number }> {
    return operate('UiWindow.getBounds', () => {
      const { width, height } = display.getDefaultDisplaySync();
      return { left: 0, top: 0, right: width, bottom: height };
    });
  }

  /** It has the focus already. */
  focus(): Promise<void> {
    return operate('UiWindow.focus', () => undefined);
  }
}

/** The window when it is as the filter says, or null. */
export function findWindow(filter: WindowFilter): Promise<UiWindow | null> {
  const unknown = Object.keys(filter).find((name) => !conditions.includes(name));
  if (unknown !== undefined) throw parameterError(`Driver.findWindow: windows on the host have no ${unknown}`);
  return operate('Driver.findWindow', () => {
    const { bundleName, focused = true, active = true, actived = true } = filter;
    const fits = (bundleName ?? host().config.bundleName) === host().config.bundleName && focused && active && actived;
    return fits && isOnTop() ? UiWindow.of() : null;
  });
}

function isOnTop(): boolean {
  return topAbilityStage() !== undefined;
}
