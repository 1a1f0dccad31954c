/** `@ohos.commonEventManager`: events between parts of this application. There are no other applications. */
import { BusinessError, parameterError } from '../business-error.ts';
import { asyncForm, later } from '../callbacks.ts';
import type { Callback } from '../callbacks.ts';
import { CommonEventSubscriber, deliverTo } from '../common-events.ts';
import type { CommonEvent, SubscribeInfo } from '../common-events.ts';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';

/** `CommonEventPublishData`. */
interface PublishData {
  bundleName?: string;
  code?: number;
  data?: string;
  isOrdered?: boolean;
  parameters?: Record<string, unknown>;
}

/** Those of the system, which an application may only receive; by the names of `Support`. */
const support: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'BOOT_COMPLETED',
    'SHUTDOWN',
    'BATTERY_CHANGED',
    'BATTERY_LOW',
    'BATTERY_OKAY',
    'POWER_CONNECTED',
    'POWER_DISCONNECTED',
    'SCREEN_OFF',
    'SCREEN_ON',
    'SCREEN_LOCKED',
    'SCREEN_UNLOCKED',
    'THERMAL_LEVEL_CHANGED',
    'TIME_TICK',
    'TIME_CHANGED',
    'DATE_CHANGED',
    'TIMEZONE_CHANGED',
    'USER_PRESENT',
    'PACKAGE_ADDED',
    'PACKAGE_CHANGED',
    'PACKAGE_REMOVED',
    'LOCALE_CHANGED',
    'AIRPLANE_MODE',
    'CHARGING',
    'DISCHARGING',
    'POWER_SAVE_MODE_CHANGED',
    'USER_SWITCHED',
  ].map((name) => [`COMMON_EVENT_${name}`, `usual.event.${name}`]),
);

/** In the order in which they came. */
const subscribers = new Map<CommonEventSubscriber, (error: unknown, event: CommonEvent) => void>();

function send(name: string, options: PublishData): void {
  if (typeof name !== 'string' || name === '') throw parameterError('The event must be a string.');
  if (name.startsWith('usual.event.'))
    throw new BusinessError(1500004, 'A third-party application cannot send system common events.');
  const own = host().config.bundleName;
  if (options.bundleName !== undefined && options.bundleName !== '' && options.bundleName !== own) return;
  const { code = 0, data = '', parameters = {}, isOrdered = false } = options;
  const event: CommonEvent = { event: name, bundleName: options.bundleName ?? '', code, data, parameters };
  const receivers = [...subscribers].filter(([subscriber]) => subscriber.info.events.includes(name));
  // Some may have left when their turn comes.
  const isThere = ([subscriber]: (typeof receivers)[number]): boolean => subscribers.has(subscriber);
  if (isOrdered) {
    const inOrder = receivers.sort(([left], [right]) => right.priority - left.priority);
    setImmediate(() => deliverTo(inOrder.filter(isThere), event));
    return;
  }
  // A turn for each: one that throws must not keep the event from the others.
  for (const receiver of receivers) {
    setImmediate(() => {
      if (isThere(receiver)) receiver[1](undefined, { ...event });
    });
  }
}

/** The answer is for a callback alone, which may be left out. */
function answer(callback: unknown): Callback {
  if (callback === undefined || callback === null) return () => undefined;
  if (typeof callback !== 'function') throw parameterError('The callback must be a function.');
  return callback as Callback;
}

function publish(name: string, optionsOrCallback?: PublishData | Callback, callback?: Callback): void {
  const options = typeof optionsOrCallback === 'function' ? {} : (optionsOrCallback ?? {});
  const done = typeof optionsOrCallback === 'function' ? optionsOrCallback : callback;
  void later(() => send(name, options), answer(done));
}

function createSubscriber(info: SubscribeInfo): CommonEventSubscriber {
  if (!Array.isArray(info?.events)) throw parameterError('The subscribeInfo needs its events.');
  return new CommonEventSubscriber(info);
}

function checkSubscriber(subscriber: unknown): CommonEventSubscriber {
  if (subscriber instanceof CommonEventSubscriber) return subscriber;
  throw parameterError('The subscriber is none of createSubscriber.');
}

export default namespace('@ohos.commonEventManager', {
  Support: namespace('commonEventManager.Support', support),
  publish,
  createSubscriber: asyncForm(createSubscriber),
  createSubscriberSync: createSubscriber,
  subscribe: (subscriber: CommonEventSubscriber, receive: (error: unknown, event: CommonEvent) => void): void => {
    if (typeof receive !== 'function') throw parameterError('The callback must be a function.');
    subscribers.set(checkSubscriber(subscriber), receive);
  },
  unsubscribe: (subscriber: CommonEventSubscriber, callback?: Callback): void => {
    void later(() => void subscribers.delete(checkSubscriber(subscriber)), answer(callback));
  },
});
