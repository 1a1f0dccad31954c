/** Gestures that components have, and the touch that comes before a click. */
import { now } from '../build/clock.ts';
import { call } from './ui-facts.ts';
import type { UiNode } from './ui-tree.ts';

/** A gesture as ArkUI records it: its handlers stand in its attributes. */
export interface Gesture {
  readonly type: string;
  readonly args: readonly unknown[];
  readonly attrs: Readonly<Record<string, readonly unknown[]>>;
}

/** TouchType of the public API. */
const touchType = { down: 0, up: 1 } as const;
const groupType = 'GestureGroup';

/** All gestures of a component, those in groups too. */
export function gesturesOf(node: UiNode): Gesture[] {
  return ['priorityGesture', 'gesture', 'parallelGesture'].flatMap((name) => flat(node.attrs[name]?.[0]));
}

function flat(value: unknown): Gesture[] {
  if (typeof value !== 'object' || value === null) return [];
  const gesture = value as Gesture;
  return gesture.type === groupType ? gesture.args.slice(1).flatMap(flat) : [gesture];
}

/** The first gesture of a type. */
export function gesture(node: UiNode, type: string): Gesture | undefined {
  return gesturesOf(node).find((one) => one.type === type);
}

/** A TapGesture that wants so many taps. */
export function taps(node: UiNode, count: number): Gesture | undefined {
  return gesturesOf(node).find(
    ({ type, args }) => type === 'TapGesture' && ((args[0] as { count?: number } | undefined)?.count ?? 1) === count,
  );
}

/** A finger goes down on a component and up again; what is around it hears of it until one stops that. */
export function touch(node: UiNode): void {
  for (const type of [touchType.down, touchType.up]) bubble(node, type);
}

function bubble(node: UiNode, type: number): void {
  let stopped = false;
  const point = { type, id: 0, x: 0, y: 0, windowX: 0, windowY: 0, displayX: 0, displayY: 0, screenX: 0, screenY: 0 };
  const event = {
    type,
    touches: [point],
    changedTouches: [point],
    timestamp: now(),
    stopPropagation: () => {
      stopped = true;
    },
  };
  for (let one: UiNode | undefined = node; one !== undefined && !stopped; one = one.parent) call(one, 'onTouch', event);
}
