/** `@ohos.events.emitter`: events within the process, on all of its threads, delivered after the code that sent them. */
import { BroadcastChannel } from 'node:worker_threads';
import { namespace } from '../namespace.ts';

interface EventData {
  data?: Record<string, unknown>;
}

type Handler = (data: EventData) => void;
type EventId = number | string | { eventId: number | string; priority?: number };

const EventPriority = { IMMEDIATE: 0, HIGH: 1, LOW: 2, IDLE: 3 } as const;

interface Subscription {
  handler: Handler;
  once: boolean;
}

interface Sent {
  id: number | string;
  data: EventData;
  priority: number;
}

const subscriptions = new Map<number | string, Subscription[]>();
/** Events on their way, in the order in which they were sent. */
let waiting: Sent[] = [];
let others: BroadcastChannel | undefined;

/** The way to the other threads. */
function channel(): BroadcastChannel {
  if (others !== undefined) return others;
  const opened = new BroadcastChannel('arkhost.emitter');
  opened.onmessage = (event: unknown) => send((event as { data: Sent }).data);
  // Waiting for events keeps no thread alive.
  opened.unref();
  return (others = opened);
}

function idOf(event: EventId): number | string {
  return typeof event === 'object' ? event.eventId : event;
}

/** Calls without an event or a handler do nothing, as on a device. */
function isEvent(event: unknown): boolean {
  return typeof event === 'string' || typeof event === 'number' || (typeof event === 'object' && event !== null);
}

function subscribe(event: EventId, handler: Handler, once: boolean): void {
  if (!isEvent(event) || typeof handler !== 'function') return;
  channel();
  const id = idOf(event);
  const known = subscriptions.get(id) ?? [];
  if (!known.some((item) => item.handler === handler && item.once === once)) known.push({ handler, once });
  subscriptions.set(id, known);
}

function send(event: Sent): void {
  if (waiting.length === 0) setImmediate(deliverAll);
  waiting.push(event);
}

/** Those of a higher priority first. */
function deliverAll(): void {
  const all = waiting.sort((left, right) => left.priority - right.priority);
  waiting = [];
  for (const [index, { id, data }] of all.entries()) {
    try {
      deliver(id, data);
    } catch (error) {
      // The rest must not be lost with one handler.
      for (const event of all.slice(index + 1)) send(event);
      throw error;
    }
  }
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

/** `emit(event, data)`, and with options `emit(id, { priority }, data)`. */
function emit(event: EventId, optionsOrData?: object, data?: EventData): void {
  if (!isEvent(event)) return;
  const isObject = typeof optionsOrData === 'object' && optionsOrData !== null;
  const options = data !== undefined || (isObject && 'priority' in optionsOrData);
  const priority =
    (options ? (optionsOrData as { priority?: number } | undefined)?.priority : undefined) ??
    (typeof event === 'object' ? event.priority : undefined) ??
    EventPriority.LOW;
  const sent = { id: idOf(event), data: data ?? (options ? {} : ((optionsOrData ?? {}) as EventData)), priority };
  send(sent);
  try {
    channel().postMessage(sent);
  } catch (error) {
    // What cannot be copied stays on this thread.
    if ((error as Error).name !== 'DataCloneError') throw error;
  }
}

export default namespace('@ohos.events.emitter', {
  EventPriority,
  on: (event: EventId, handler: Handler): void => subscribe(event, handler, false),
  once: (event: EventId, handler: Handler): void => subscribe(event, handler, true),
  off: (event: EventId, handler?: Handler): void =>
    isEvent(event) ? remove(idOf(event), (item) => handler === undefined || item.handler === handler) : undefined,
  emit,
  getListenerCount: (event: number | string): number => subscriptions.get(event)?.length ?? 0,
});
