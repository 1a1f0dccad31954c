/** Toasts. There is no screen, so a toast is a line of the log. */
import { host } from './host.ts';
import { namespace } from './namespace.ts';

const arkuiDomain = 0x3900;

/** `@ohos.promptAction`. */
export const promptAction = namespace('@ohos.promptAction', {
  showToast(options: { message: unknown; duration?: number }): void {
    const text = typeof options.message === 'string' ? options.message : JSON.stringify(options.message);
    host().bridge.logWrite(4, arkuiDomain, 'Toast', text);
  },
});
