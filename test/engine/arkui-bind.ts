/** bindMenu, bindContextMenu, bindPopup, bindSheet, bindContentCover, and the options of Select: shown when it is their time. */
import { openPlain, plainNode, plainText } from '../kits/overlay.ts';
import { setValue } from '../kits/ui-facts.ts';
import { readingAs } from './arkui-cells.ts';
import { openOverlay, overlaysAround } from './arkui-overlay.ts';
import { element, finishers } from './arkui-tree.ts';
import type { UiElement } from './arkui-tree.ts';
import { become } from './arkui-chain.ts';

type Build = () => void;

interface MenuElement {
  value: unknown;
  action?: () => void;
  enabled?: boolean;
}

/** Handlers that the options of these attributes may have. */
interface Options {
  builder?: unknown;
  message?: unknown;
  primaryButton?: { value: unknown; action?: () => void };
  secondaryButton?: { value: unknown; action?: () => void };
  onAppear?: () => void;
  onDisappear?: () => void;
  aboutToAppear?: () => void;
  aboutToDisappear?: () => void;
  onWillAppear?: () => void;
  onWillDisappear?: () => void;
  onStateChange?: (event: { isVisible: boolean }) => void;
  onWillDismiss?: ((action: { reason: number; dismiss: () => void }) => void) | boolean;
  shouldDismiss?: (action: { dismiss: () => void }) => void;
}

/** What is open for an element, by attribute. */
const open = new WeakMap<UiElement, Map<string, () => void>>();

const types: Readonly<Record<string, string>> = {
  bindSheet: 'SheetPage',
  bindContentCover: 'ModalPage',
  bindPopup: 'Popup',
  bindMenu: 'Menu',
  bindContextMenu: 'Menu',
};

/** Looks at the attributes of an element that was built. */
function bind(item: UiElement): void {
  for (const name of Object.keys(types)) {
    const values = item.attrs[name];
    if (values !== undefined) apply(item, name, values);
  }
  if (item.type === 'Select') item.reactions.click = () => openOptions(item);
}

finishers.push(bind);

function apply(item: UiElement, name: string, values: readonly unknown[]): void {
  const stateful = name !== 'bindMenu' && name !== 'bindContextMenu' ? true : typeof values[0] === 'boolean';
  const [state, content, last] = stateful ? values : [undefined, values[0], values.at(-1)];
  const options = (name === 'bindPopup' ? content : last) as Options | undefined;
  const show = (): void => showBound(item, name, content, options ?? {});
  if (stateful) {
    const shown = open.get(item)?.get(name);
    if (state === true && shown === undefined) show();
    if (state !== true) shown?.();
  } else if (name === 'bindMenu') {
    item.reactions.click = show;
  } else {
    item.reactions.longClick = show;
  }
}

function showBound(item: UiElement, name: string, content: unknown, options: Options): void {
  const known = open.get(item) ?? new Map<string, () => void>();
  open.set(item, known);
  if (known.has(name)) return;
  const isMenu = name === 'bindMenu' || name === 'bindContextMenu';
  options.onWillAppear?.();
  options.aboutToAppear?.();
  let close: () => void = () => undefined;
  const build = contentOf(content, () => close());
  close = openOverlay(overlaysAround(item), item, () => readingAs(undefined, build), {
    type: types[name] ?? name,
    isMenu,
    dismissed: (shut) => {
      const asked = options.onWillDismiss;
      if (typeof asked === 'function') return asked({ reason: 0, dismiss: shut });
      if (options.shouldDismiss !== undefined) return options.shouldDismiss({ dismiss: shut });
      if (asked !== false) shut();
    },
    closed: () => {
      known.delete(name);
      // The variable follows when it is bound both ways; else onStateChange tells the page.
      item.bindings[name]?.(false);
      options.onWillDisappear?.();
      options.aboutToDisappear?.();
      options.onDisappear?.();
      options.onStateChange?.({ isVisible: false });
    },
  });
  known.set(name, close);
  item.cleanups.push(close);
  options.onAppear?.();
  options.onStateChange?.({ isVisible: true });
}

/** A builder, the elements of a menu, or the options of a popup, as what builds the content. */
function contentOf(content: unknown, close: () => void): Build {
  if (typeof content === 'function') return content as Build;
  if (Array.isArray(content)) {
    return () => {
      for (const { value, action, enabled } of content as MenuElement[]) {
        part('MenuItem', { content: value }, { onClick: () => action?.(), enabled: enabled !== false });
      }
    };
  }
  const { builder, message, primaryButton, secondaryButton } = (content ?? {}) as Options;
  if (typeof builder === 'function') return builder as Build;
  return () => {
    part('Text', message);
    for (const button of [primaryButton, secondaryButton]) {
      if (button === undefined) continue;
      const onClick = (): void => {
        button.action?.();
        close();
      };
      part('Button', button.value, { onClick });
    }
  };
}

function part(type: string, argument: unknown, attrs: Record<string, unknown> = {}): void {
  element(() => {
    const item = become(type, [argument]);
    for (const [name, value] of Object.entries(attrs)) item.attrs[name] = [value];
  });
}

/** The options of a Select; the one that is clicked becomes its value. */
function openOptions(item: UiElement): void {
  const options = (item.args[0] ?? []) as { value: unknown }[];
  const nodes = options.map(({ value }, index) =>
    plainNode('Option', undefined, { onClick: () => choose(item, index, value, close) }, [plainText(value)]),
  );
  const close = openPlain(overlaysAround(item), plainNode('Menu', undefined, {}, nodes));
}

function choose(item: UiElement, index: number, value: unknown, close: () => void): void {
  close();
  item.bindings['selected']?.(index);
  setValue(item, value);
  const handler = item.attrs['onSelect']?.[0];
  if (typeof handler === 'function') (handler as (index: number, value: unknown) => void)(index, value);
}
