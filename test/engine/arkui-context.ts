/** What every struct inherits, and the objects that it hands out. */
import { applicationContext } from '../kits/context.ts';
import type { Context } from '../kits/context.ts';
import { namespace } from '../kits/namespace.ts';
import { promptAction } from '../kits/prompt.ts';
import { router } from '../kits/router.ts';

/** `getUIContext()`. */
const uiContext = namespace('UIContext', {
  getHostContext: (): Context => applicationContext(),
  getPromptAction: () => promptAction,
  getRouter: () => router,
  animateTo,
  // One pixel is one vp: there is no screen.
  vp2px: (value: number) => value,
  px2vp: (value: number) => value,
  fp2px: (value: number) => value,
  px2fp: (value: number) => value,
  runScopedTask: (task: () => void) => task(),
});

/** Applies the change at once: there are no frames in between. */
export function animateTo(options: { onFinish?: () => void }, change: () => void): void {
  change();
  options.onFinish?.();
}

/** The base class of structs. */
export class CustomComponent {
  getUIContext(): typeof uiContext {
    return uiContext;
  }
}
