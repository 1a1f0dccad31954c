/** `@ohos.events.emitter`: events within the process, delivered after the code that sent them. */
import { namespace } from '../namespace.ts';

interface EventData {
  data?: Record<string, unknown>;
}

type Handler = (data: EventData) => void;
type EventId = number | string | { eventId: number | string };

const EventPriority = { IMMEDIATE: 0, HIGH: 1, LOW: 2, IDLE: 3 } as const;

interface Subscription {
  handler: Handler;
  once: boolean;
}

const subscriptions = new Map<number | string, Subscription[]>();

function idOf(event: EventId): number | string {
  return typeof event === 'object' ? event.eventId : event;
}

function subscribe(event: EventId, handler: Handler, once: boolean): void {
  const id = idOf(event);
  const known = subscriptions.get(id) ?? [];
  if (!known.some((item) => item.handler === handler && item.once === once)) known.push({ handler, once });
  subscriptions.set(id, known);
}

function deliver(id: number | string, data: EventData): void {
  for (const item of [...(subscriptions.get(id) ?? [])]) {
    if (item.once) remove(id, (other) => other === item);
    item.handler(data);
  }
}

function remove(id: number | string, gone: (item: Subscription) => boolean): void {
  const rest = (subscriptions.get(id) ?? []).filter((item) => !gone(item));
  if (rest.length === 0) subscriptions.delete(id);
  else subscriptions.set(id, rest);
}

export default namespace('@ohos.events.emitter', {
  EventPriority,
  on: (event: EventId, handler: Handler): void => subscribe(event, handler, false),
  once: (event: EventId, handler: Handler): void => subscribe(event, handler, true),
  off: (event: EventId, handler?: Handler): void =>
    remove(idOf(event), (item) => handler === undefined || item.handler === handler),
  emit: (event: EventId, optionsOrData?: object, data?: EventData): void => {
    const sent = data ?? (optionsOrData !== undefined && 'data' in optionsOrData ? (optionsOrData as EventData) : {});
    setImmediate(deliver, idOf(event), sent);
  },
  getListenerCount: (event: number | string): number => subscriptions.get(event)?.length ?? 0,
});
