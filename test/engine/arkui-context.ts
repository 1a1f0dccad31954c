/** What every struct inherits, and the objects that it hands out. */
import { applicationContext } from '../kits/context.ts';
import type { Context } from '../kits/context.ts';
import { topAbility, topAbilityStage } from '../kits/abilities.ts';
import { BusinessError } from '../kits/business-error.ts';
import { focus, focusById } from '../kits/ui-focus.ts';
import { create } from '../kits/ohos/animator.ts';
import { namespace } from '../kits/namespace.ts';
import { promptAction } from '../kits/prompt.ts';
import { router } from '../kits/router.ts';
import { contextDialogs } from './arkui-dialogs.ts';

/** The context of the ability on top; of the application without one. */
export function hostContext(): Context {
  return topAbility()?.context ?? applicationContext();
}

/** `getUIContext()`. */
export const uiContext = namespace('UIContext', {
  getHostContext: hostContext,
  getPromptAction: () => promptAction,
  getRouter: () => router,
  ...contextDialogs,
  animateTo,
  createAnimator: create,
  keyframeAnimateTo: (_options: object, frames: { event: () => void }[]): void =>
    frames.forEach((frame) => frame.event()),
  isAvailable: () => true,
  // One pixel is one vp: there is no screen.
  vp2px: (value: number) => value,
  px2vp: (value: number) => value,
  fp2px: (value: number) => value,
  px2fp: (value: number) => value,
  lpx2px: (value: number) => value,
  px2lpx: (value: number) => value,
  runScopedTask: (task: () => void) => task(),
  postFrameCallback: (callback: { onFrame(time: number): void }): void => callback.onFrame(performance.now()),
  setKeyboardAvoidMode: (_mode: number): void => undefined,
  getFocusController: () =>
    namespace('FocusController', {
      clearFocus: () => focus(undefined),
      requestFocus: (id: string): void => {
        if (!focusById(topAbilityStage()?.page?.root, id)) {
          throw new BusinessError(
            150003,
            `The component doesn't exist, is currently invisible, or has been disabled: '${id}'`,
          );
        }
      },
    }),
});

/** Applies the change at once: there are no frames in between. */
export function animateTo(options: { onFinish?: () => void }, change: () => void): void {
  change();
  options.onFinish?.();
}

/** `focusControl`, which is global. */
export const focusControl = namespace('focusControl', {
  requestFocus: (id: string): boolean => focusById(topAbilityStage()?.page?.root, id),
});

let lastId = 0;
const ids = new WeakMap<object, number>();

/** The base class of structs. */
export class CustomComponent {
  getUIContext(): typeof uiContext {
    return uiContext;
  }

  getUniqueId(): number {
    const id = ids.get(this) ?? ++lastId;
    ids.set(this, id);
    return id;
  }
}
