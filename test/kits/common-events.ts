/** Receivers of common events. An ordered event goes from one to the next when the one before has finished. */
import { bothForms } from './callbacks.ts';

/** `CommonEventSubscribeInfo`. */
export interface SubscribeInfo {
  events: string[];
  priority?: number;
}

/** `CommonEventData`. */
export interface CommonEvent {
  event: string;
  bundleName: string;
  code: number;
  data: string;
  parameters: Record<string, unknown>;
}

type Receiver = [subscriber: CommonEventSubscriber, receive: (error: unknown, event: CommonEvent) => void];

/** The ordered event that a subscriber has in its hands. */
interface Turn {
  event: CommonEvent;
  aborted: boolean;
  next(): void;
}

export class CommonEventSubscriber {
  readonly info: SubscribeInfo;
  turn: Turn | undefined;

  constructor(info: SubscribeInfo) {
    this.info = info;
    const set = (change: (turn: Turn) => void): void => {
      if (this.turn !== undefined) change(this.turn);
    };
    Object.assign(
      this,
      bothForms({
        getSubscribeInfo: (): SubscribeInfo => this.info,
        isOrderedCommonEvent: (): boolean => this.turn !== undefined,
        isStickyCommonEvent: (): boolean => false,
        getCode: (): number => this.turn?.event.code ?? 0,
        getData: (): string => this.turn?.event.data ?? '',
        setCode: (code: number): void => set(({ event }) => void (event.code = code)),
        setData: (data: string): void => set(({ event }) => void (event.data = data)),
        setCodeAndData: (code: number, data: string): void =>
          set(({ event }) => void Object.assign(event, { code, data })),
        /** Those that come later do not get the event. */
        abortCommonEvent: (): void => set((turn) => void (turn.aborted = true)),
        clearAbortCommonEvent: (): void => set((turn) => void (turn.aborted = false)),
        getAbortCommonEvent: (): boolean => this.turn?.aborted ?? false,
        finishCommonEvent: (): void => set((turn) => turn.next()),
      }),
    );
  }

  get priority(): number {
    return this.info.priority ?? 0;
  }
}

/** Hands an ordered event over; what each sets is what the next gets. */
export function deliverTo(receivers: readonly Receiver[], event: CommonEvent): void {
  const [first, ...rest] = receivers;
  if (first === undefined) return;
  const [subscriber, receive] = first;
  const turn: Turn = {
    event: { ...event },
    aborted: false,
    next: () => {
      subscriber.turn = undefined;
      if (!turn.aborted) setImmediate(deliverTo, rest, turn.event);
    },
  };
  subscriber.turn = turn;
  receive(undefined, { ...event });
}
