/** What every struct inherits, and the objects that it hands out. */
import { applicationContext } from '../kits/context.ts';
import type { Context } from '../kits/context.ts';
import { topAbility } from '../kits/abilities.ts';
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
    namespace('FocusController', { clearFocus: () => undefined, requestFocus: () => undefined }),
});

/** Applies the change at once: there are no frames in between. */
export function animateTo(options: { onFinish?: () => void }, change: () => void): void {
  change();
  options.onFinish?.();
}

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
