/** UiTest's `Component`: one component of the page on show, as a user meets it. */
import { now } from '../build/clock.ts';
import { BusinessError, parameterError } from './business-error.ts';
import { namespace } from './namespace.ts';
import { currentTree, operate, pixels, rest } from './ui-session.ts';
import * as facts from './ui-facts.ts';
import { accepted } from './ui-fields.ts';
import { focus, focusByTouch, isFocused } from './ui-focus.ts';
import { gesture, taps, touch } from './ui-gestures.ts';
import type { Gesture } from './ui-gestures.ts';
import { clickCheckable } from './ui-groups.ts';
import { findAll, isScrollable } from './ui-match.ts';
import type { On } from './ui-match.ts';
import type { UiNode } from './ui-tree.ts';

/** What a handler of onClick gets: a place is part of it, and there is none. */
const clickEvent = { x: 0, y: 0, displayX: 0, displayY: 0, windowX: 0, windowY: 0, source: 1 };

/** Components whose value follows the place of a finger. */
const byPlace = new Set([
  'Slider',
  'Rating',
  'DatePicker',
  'TimePicker',
  'TextPicker',
  'AlphabetIndexer',
  'PatternLock',
]);
/** How the members of a group are read and changed. */
const values = { get: facts.valueOf, set: facts.setValue, call: facts.call };

/** A component that was found. Every method is an error once the component is gone. */
export class Component {
  readonly node: UiNode;

  constructor(node: UiNode) {
    this.node = node;
  }

  getText(): Promise<string> {
    return read(this, 'getText', facts.textOf);
  }

  getOriginalText(): Promise<string> {
    return read(this, 'getOriginalText', facts.textOf);
  }

  getId(): Promise<string> {
    return read(this, 'getId', facts.idOf);
  }

  getKey(): Promise<string> {
    return read(this, 'getKey', facts.idOf);
  }

  getType(): Promise<string> {
    return read(this, 'getType', facts.typeOf);
  }

  getDescription(): Promise<string> {
    return read(this, 'getDescription', (node) => String(node.attrs['accessibilityText']?.[0] ?? ''));
  }

  isEnabled(): Promise<boolean> {
    return read(this, 'isEnabled', facts.isEnabled);
  }

  isClickable(): Promise<boolean> {
    return read(this, 'isClickable', facts.isClickable);
  }

  isLongClickable(): Promise<boolean> {
    return read(this, 'isLongClickable', (node) => gesture(node, 'LongPressGesture') !== undefined);
  }

  isFocused(): Promise<boolean> {
    return read(this, 'isFocused', isFocused);
  }

  isSelected(): Promise<boolean> {
    return read(this, 'isSelected', facts.isSelected);
  }

  getHint(): Promise<string> {
    return read(this, 'getHint', facts.hintOf);
  }

  isScrollable(): Promise<boolean> {
    return read(this, 'isScrollable', isScrollable);
  }

  isCheckable(): Promise<boolean> {
    return read(this, 'isCheckable', facts.isCheckable);
  }

  isChecked(): Promise<boolean> {
    return read(this, 'isChecked', (node) => facts.isCheckable(node) && facts.valueOf(node) === true);
  }

  /** Runs onClick of the component, or of the nearest one around it that has a handler. */
  click(): Promise<void> {
    return act(this, 'click', (node) => {
      if (byPlace.has(node.type) && node.attrs['onClick'] === undefined) {
        throw new BusinessError(
          17000005,
          `Component.click: what a ${node.type} does depends on the place of the click`,
        );
      }
      touch(node);
      focusByTouch(node);
      // What stands in a Toggle is a part of it.
      const inner = nearest(node, (one) => facts.isCheckable(one) || handlesClick(one));
      if (inner !== undefined && facts.isCheckable(inner)) clickCheckable(inner, values);
      const target = nearest(node, handlesClick);
      if (target !== undefined) {
        facts.call(target, 'onClick', { ...clickEvent, timestamp: now() });
        fire(taps(target, 1));
      }
      react(node, 'click', target);
      leaveMenu(node);
    });
  }

  /** Runs a TapGesture with a count of 2; without one, two clicks. */
  async doubleClick(): Promise<void> {
    if (nearest(this.node, (one) => taps(one, 2) !== undefined) === undefined) {
      await this.click();
      return this.click();
    }
    return act(this, 'doubleClick', (node) => {
      const target = nearest(node, (one) => taps(one, 2) !== undefined);
      if (target !== undefined) fire(taps(target, 2));
    });
  }

  longClick(): Promise<void> {
    return act(this, 'longClick', (node) => {
      const target = nearest(node, (one) => gesture(one, 'LongPressGesture') !== undefined);
      const found = target === undefined ? undefined : gesture(target, 'LongPressGesture');
      fire(found);
      fire(found, 'onActionEnd');
      react(node, 'longClick', target);
    });
  }

  /** Puts a text into a field, in place of what is there; its onChange runs. */
  inputText(text: string): Promise<void> {
    if (typeof text !== 'string') throw parameterError(`inputText takes a string, not ${String(text)}`);
    return edit(this, 'inputText', text);
  }

  clearText(): Promise<void> {
    return edit(this, 'clearText', '');
  }

  /** The first component inside that matches, or null. Nothing is off the screen here, so nothing moves. */
  scrollSearch(on: On): Promise<Component | null> {
    return operate('Component.scrollSearch', () => {
      check(this.node, 'scrollSearch');
      const inside = findAll(this.node, on)[0];
      return inside === undefined ? null : component(inside);
    });
  }

  scrollToTop(): Promise<void> {
    return act(this, 'scrollToTop', (node) => facts.call(node, 'onReachStart'));
  }

  scrollToBottom(): Promise<void> {
    return act(this, 'scrollToBottom', (node) => facts.call(node, 'onReachEnd'));
  }

  getBounds(): Promise<never> {
    return pixels('Component.getBounds');
  }

  getBoundsCenter(): Promise<never> {
    return pixels('Component.getBoundsCenter');
  }

  dragTo(): Promise<never> {
    return pixels('Component.dragTo');
  }

  pinchIn(): Promise<never> {
    return pixels('Component.pinchIn');
  }

  pinchOut(): Promise<never> {
    return pixels('Component.pinchOut');
  }
}

/** The `Component` of a node. */
export function component(node: UiNode): Component {
  return namespace('Component of @ohos.UiTest', new Component(node));
}

function read<T>({ node }: Component, method: string, pick: (node: UiNode) => T): Promise<T> {
  return operate(`Component.${method}`, () => {
    check(node, method);
    return pick(node);
  });
}

/** What a user does; disabled components do nothing. */
function act({ node }: Component, method: string, action: (node: UiNode) => void): Promise<void> {
  return operate(`Component.${method}`, async () => {
    check(node, method);
    if (!facts.isEnabled(node)) return;
    action(node);
    await rest();
    facts.keepInput(node);
  });
}

function edit(self: Component, method: string, text: string): Promise<void> {
  return act(self, method, (node) => {
    if (!facts.isEditable(node)) throw new BusinessError(17000005, `Component.${method}: a ${node.type} takes no text`);
    focus(node);
    const limit = Number(node.attrs['maxLength']?.[0] ?? Infinity);
    facts.setValue(node, accepted(node, text).slice(0, limit));
  });
}

/** The component must be in the page on show. */
function check(node: UiNode, method: string): void {
  const root = currentTree()?.root;
  if (root !== undefined && [...facts.shown(root)].includes(node)) return;
  throw new BusinessError(17000004, `Component.${method}: the component is not on show any more; find it again`);
}

function nearest(node: UiNode, wanted: (node: UiNode) => boolean): UiNode | undefined {
  for (let one: UiNode | undefined = node; one !== undefined; one = one.parent) if (wanted(one)) return one;
  return undefined;
}

function handlesClick(node: UiNode): boolean {
  return node.attrs['onClick'] !== undefined || taps(node, 1) !== undefined;
}

/** What the component does by itself, unless a handler stands nearer to what was touched. */
function react(node: UiNode, kind: 'click' | 'longClick', handled: UiNode | undefined): void {
  const target = nearest(node, (one) => one === handled || one.reactions?.[kind] !== undefined);
  target?.reactions?.[kind]?.();
}

/** A click on an item of a menu closes the menu. */
function leaveMenu(node: UiNode): void {
  if (nearest(node, (one) => one.type === 'MenuItem') === undefined) return;
  currentTree()
    ?.overlays.filter(
      (overlay) => overlay.isMenu === true && nearest(node, (one) => one === overlay.node) !== undefined,
    )
    .forEach((overlay) => overlay.dismiss());
}

function fire(found: Gesture | undefined, name = 'onAction'): void {
  const handler = found?.attrs[name]?.[0];
  if (typeof handler === 'function') (handler as (event: object) => void)({ ...clickEvent, repeat: false });
}
