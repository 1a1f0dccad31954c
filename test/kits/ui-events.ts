/** UiTest's observer of the user interface: told of the next toast or dialog. */
import { host } from './host.ts';
import { parameterError } from './business-error.ts';
import { namespace } from './namespace.ts';

/** What is told of a component. */
interface UIElementInfo {
  readonly bundleName: string;
  readonly type: string;
  readonly text: string;
}

type Kind = 'toastShow' | 'dialogShow';
type Callback = (info: UIElementInfo) => void;

const waiting: Record<Kind, Callback[]> = { toastShow: [], dialogShow: [] };

/** `Driver.createUIEventObserver`. */
export function createObserver(): { once(kind: Kind, callback: Callback): void } {
  return namespace('UIEventObserver of @ohos.UiTest', {
    once(kind: Kind, callback: Callback): void {
      if (!Object.hasOwn(waiting, kind) || typeof callback !== 'function') {
        throw parameterError(`UIEventObserver.once takes 'toastShow' or 'dialogShow' and a function`);
      }
      waiting[kind].push(callback);
    },
  });
}

/** Something is shown. Its observers are told once, with the next turn of the event loop. */
export function announce(kind: Kind, type: string, text: string): void {
  for (const callback of waiting[kind].splice(0)) {
    setImmediate(() => callback({ bundleName: host().config.bundleName, type, text }));
  }
}
