/** `@ohos.promptAction`: toasts, dialogs and menus above the page on show. */
import { parameterError, withPlainCallback } from './business-error.ts';
import { host } from './host.ts';
import type { CustomDialogs } from './host.ts';
import { lazy, standIn } from './lazy.ts';
import type * as Dialogs from './dialogs.ts';
import { namespace } from './namespace.ts';
import { isResource, resourceText } from './resource-values.ts';

const arkuiDomain = 0x3900;
/** Loaded with the first dialog. */
const choose: typeof Dialogs.choose = lazy('./dialogs', 'choose');
const openToast: typeof Dialogs.openToast = lazy('./dialogs', 'openToast');
const customDialogs: CustomDialogs = standIn(() => host().component('customDialogs'));
const closeToast: typeof Dialogs.closeToast = lazy('./dialogs', 'closeToast');

type Callback<T> = (error: unknown, data: T | undefined) => void;

interface ToastOptions {
  message: unknown;
  duration?: number;
}

interface ChoiceOptions {
  title?: unknown;
  message?: unknown;
  buttons?: { text: unknown }[];
}

/** A toast is a line of the log as well. */
function toast({ message, duration }: ToastOptions): number {
  if (message === undefined) throw parameterError('showToast takes a message');
  const text = isResource(message) ? resourceText(message) : String(message);
  host().bridge.logWrite(4, arkuiDomain, 'Toast', text);
  return openToast(message, duration);
}

/** `@ohos.promptAction`. */
export const promptAction = namespace('@ohos.promptAction', {
  ToastShowMode: { DEFAULT: 0, TOP_MOST: 1, SYSTEM_TOP_MOST: 2 },
  showToast(options: ToastOptions): void {
    toast(options);
  },
  openToast: (options: ToastOptions): Promise<number> => Promise.resolve().then(() => toast(options)),
  closeToast: (id: number): void => closeToast(id),
  showDialog(options: ChoiceOptions, callback?: Callback<{ index: number }>): Promise<{ index: number }> | undefined {
    const { title, message, buttons = [] } = options;
    return withPlainCallback(
      Promise.resolve().then(() => choose('AlertDialog', { title, message }, buttons)),
      callback,
    );
  },
  showActionMenu(
    options: ChoiceOptions,
    callback?: Callback<{ index: number }>,
  ): Promise<{ index: number }> | undefined {
    const { title, buttons = [] } = options;
    return withPlainCallback(
      Promise.resolve().then(() => choose('ActionSheet', { title }, buttons, 'Cancel')),
      callback,
    );
  },
  openCustomDialog: (what: object, options?: object): Promise<number> =>
    Promise.resolve().then(() => customDialogs.open(what, options)),
  closeCustomDialog: (what: object | number): Promise<void> => Promise.resolve().then(() => customDialogs.close(what)),
  updateCustomDialog: (what: object): Promise<void> => Promise.resolve().then(() => customDialogs.update(what)),
});
