/** UiTest's `Driver`: finds components of the page on show, and waits for them. */
import { now } from '../build/clock.ts';
import { BusinessError, parameterError } from './business-error.ts';
import { moveAbility, pressBack, topAbility, topAbilityStage } from './abilities.ts';
import display from './ohos/display.ts';
import { namespace } from './namespace.ts';
import { component } from './ui-component.ts';
import type { Component } from './ui-component.ts';
import { checkOn, describe, findAll } from './ui-match.ts';
import type { On } from './ui-match.ts';
import { createObserver } from './ui-events.ts';
import { currentTree, operate, pixels, rest } from './ui-session.ts';
import { shown, textOf } from './ui-facts.ts';
import { swipe } from './ui-scroll.ts';
import { submitField } from './ui-fields.ts';
import { isFocused } from './ui-focus.ts';
import type { UiNode } from './ui-tree.ts';
import { findWindow } from './ui-window.ts';
import type { UiWindow, WindowFilter } from './ui-window.ts';

/** KeyCode of the back key. */
const backKey = 2;
/** KeyCode of the enter key. */
const enterKey = 2054;
/** Between two looks, in milliseconds. */
const lookAgain = 5;
/** Texts that a message shows. */
const shownTexts = 20;

/** Methods that need a screen. */
const needScreen = [
  'click',
  'doubleClick',
  'longClick',
  'drag',
  'screenCap',
  'screenCapture',
  'injectMultiPointerAction',
  'setDisplayRotation',
  'setDisplayRotationEnabled',
  'inputText',
  'mouseClick',
  'mouseMoveTo',
  'mouseScroll',
] as const;

export class Driver {
  /** The one driver of the test. */
  static create(): Driver {
    const driver = new Driver();
    for (const name of needScreen) Object.assign(driver, { [name]: () => pixels(`Driver.${name}`) });
    return namespace('Driver of @ohos.UiTest', driver);
  }

  /** Waits, in milliseconds. */
  delayMs(duration: number): Promise<void> {
    checkNumber('delayMs', duration);
    return operate('Driver.delayMs', () => sleep(duration));
  }

  /** The first component that matches, or null. */
  findComponent(on: On): Promise<Component | null> {
    return operate('Driver.findComponent', () => first(on));
  }

  /** All components that match, or null when there is none. */
  findComponents(on: On): Promise<Component[] | null> {
    return operate('Driver.findComponents', () => {
      const nodes = matching(on);
      return nodes.length === 0 ? null : nodes.map((node) => component(node));
    });
  }

  /** Waits up to `time` milliseconds for a component that matches; null when none comes. */
  waitForComponent(on: On, time: number): Promise<Component | null> {
    checkNumber('waitForComponent', time);
    return operate('Driver.waitForComponent', async () => {
      const end = now() + time;
      let found = first(on);
      while (found === null && now() < end) {
        await sleep(lookAgain);
        await rest();
        found = first(on);
      }
      return found;
    });
  }

  /** The window of the page on show, or null when it is not as the filter says. */
  findWindow(filter: WindowFilter): Promise<UiWindow | null> {
    return findWindow(filter);
  }

  /** Scrolls, which changes nothing here; rejects with code 17000005 where it would do more. */
  swipe(): Promise<void> {
    return swipe('Driver.swipe');
  }

  /** As `swipe`. */
  fling(): Promise<void> {
    return swipe('Driver.fling');
  }

  /** Rejects with code 17000003 when nothing matches; the message tells the texts on show. */
  assertComponentExist(on: On): Promise<void> {
    return operate('Driver.assertComponentExist', () => {
      if (matching(on).length > 0) return;
      throw new BusinessError(17000003, `no component on show has ${describe(on)}${onShow()}`);
    });
  }

  /** True once nothing is left to do; the page is at rest after every operation. */
  waitForIdle(idleTime: number, timeout: number): Promise<boolean> {
    checkNumber('waitForIdle', idleTime);
    checkNumber('waitForIdle', timeout);
    return operate('Driver.waitForIdle', async () => {
      await sleep(Math.min(idleTime, timeout));
      return timeout >= idleTime;
    });
  }

  /** The page's onBackPress, the page before, or the ability goes to the background. */
  pressBack(): Promise<void> {
    return operate('Driver.pressBack', pressBack);
  }

  /** The ability on top leaves the foreground. */
  pressHome(): Promise<void> {
    return operate('Driver.pressHome', () => {
      const ability = topAbility();
      if (ability !== undefined) moveAbility(ability, 'background');
    });
  }

  /** It is awake. */
  wakeUpDisplay(): Promise<void> {
    return operate('Driver.wakeUpDisplay', () => undefined);
  }

  /** As `@ohos.display` tells. */
  getDisplaySize(): Promise<{ x: number; y: number }> {
    return operate('Driver.getDisplaySize', () => ({ x: screen().width, y: screen().height }));
  }

  getDisplayDensity(): Promise<{ x: number; y: number }> {
    return operate('Driver.getDisplayDensity', () => ({ x: screen().xDPI, y: screen().yDPI }));
  }

  getDisplayRotation(): Promise<number> {
    return operate('Driver.getDisplayRotation', () => screen().rotation);
  }

  /** Told of the next toast or dialog. */
  createUIEventObserver(): ReturnType<typeof createObserver> {
    return createObserver();
  }

  triggerCombineKeys(...keys: number[]): Promise<void> {
    return operate('Driver.triggerCombineKeys', () => {
      throw new BusinessError(17000005, `Driver.triggerCombineKeys: the host has no keys ${keys.join(', ')}`);
    });
  }

  /** Only the back key does something without a screen, and the enter key in a field. */
  triggerKey(keyCode: number): Promise<void> {
    return operate('Driver.triggerKey', () => {
      if (keyCode === enterKey && submit()) return;
      if (keyCode !== backKey) throw new BusinessError(17000005, `Driver.triggerKey: the host has no key ${keyCode}`);
      pressBack();
    });
  }
}

/** Enter in the field that has the focus; false when none has it. */
function submit(): boolean {
  const root = currentTree()?.root;
  const field = root === undefined ? undefined : [...shown(root)].find(isFocused);
  return field !== undefined && submitField(field);
}

function screen(): ReturnType<typeof display.getDefaultDisplaySync> {
  return display.getDefaultDisplaySync();
}

function matching(on: On): UiNode[] {
  checkOn(on);
  const root = currentTree()?.root;
  return root === undefined ? [] : findAll(root, on);
}

function first(on: On): Component | null {
  const [node] = matching(on);
  return node === undefined ? null : component(node);
}

function onShow(): string {
  const root = currentTree()?.root;
  if (root === undefined) {
    const failure = topAbilityStage()?.failure;
    if (failure === undefined) return ': no page is on show; start an ability first';
    return `: no page is on show, because it could not be loaded: ${failure instanceof Error ? failure.message : String(failure)}`;
  }
  const texts = [...shown(root)].map((node) => textOf(node)).filter((text) => text !== '');
  const some = texts.slice(0, shownTexts).map((text) => `'${text}'`);
  return `; the texts on show are ${some.join(', ')}${texts.length > shownTexts ? '...' : ''}`;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function checkNumber(method: string, value: unknown): void {
  if (typeof value === 'number' && value >= 0) return;
  throw parameterError(`Driver.${method} takes milliseconds, not ${String(value)}`);
}
