/** Branches and loops. They keep what they built as long as its branch is taken or its key is there. */
import { readingAs } from './arkui-cells.ts';
import { currentElement, element, newElement } from './arkui-tree.ts';
import type { UiElement } from './arkui-tree.ts';

type Build = (item: unknown, index: number) => void;
type KeyOf = (item: unknown, index: number) => string;

/** The data source of LazyForEach. */
interface DataSource {
  totalCount(): number;
  getData(index: number): unknown;
  registerDataChangeListener?(listener: object): void;
  unregisterDataChangeListener?(listener: object): void;
}

interface RepeatItem {
  item: unknown;
  index: number;
}

/** `if`: `choose` evaluates the conditions and takes the branch that holds, or none. */
export function branch(choose: (take: (index: number, build: () => void) => void) => void): void {
  let taken = -1;
  element(() => {
    const item = currentElement();
    let wanted = -1;
    let content: (() => void) | undefined;
    choose((index, build) => {
      wanted = index;
      content = build;
    });
    if (wanted === taken) return;
    taken = wanted;
    for (const part of item.parts.splice(0)) part.dispose();
    if (content !== undefined) item.build(content);
  });
}

/** Builds an item for each key that is new, drops those whose key is gone, and keeps the others as they are. */
function buildItems(
  loop: UiElement,
  kept: Map<string, UiElement>,
  items: readonly unknown[],
  build: Build,
  keyOf: KeyOf,
) {
  const before = new Map(kept);
  kept.clear();
  loop.parts = [];
  items.forEach((item, index) => {
    const key = readingAs(undefined, () => keyOf(item, index));
    // As on a device: of items with the same key, the first is shown.
    if (kept.has(key)) return;
    const known = before.get(key);
    before.delete(key);
    if (known !== undefined) {
      loop.parts.push(known);
      kept.set(key, known);
      return;
    }
    loop.build(() => {
      const part = newElement(() => undefined);
      kept.set(key, part);
      part.update();
      part.build(() => build(item, index));
    });
  });
  for (const part of before.values()) part.dispose();
}

const itemsOf = new WeakMap<UiElement, Map<string, UiElement>>();

function keptItems(loop: UiElement): Map<string, UiElement> {
  const known = itemsOf.get(loop);
  if (known !== undefined) return known;
  const kept = new Map<string, UiElement>();
  itemsOf.set(loop, kept);
  return kept;
}

const indexAndValue: KeyOf = (item, index) => `${index}__${JSON.stringify(item)}`;

/** `ForEach(items, builder, key)`. */
export function ForEach(items: readonly unknown[] | undefined, build: Build, keyOf: KeyOf = indexAndValue): object {
  const loop = currentElement();
  buildItems(loop, keptItems(loop), [...(items ?? [])], build, keyOf);
  return { onMove: () => undefined };
}

/** `LazyForEach(source, builder, key)`: builds every item, as there is no screen for it to be off. */
export function LazyForEach(source: DataSource, build: Build, keyOf?: KeyOf): object {
  const loop = currentElement();
  const kept = keptItems(loop);
  if (!loop.isBuilt) listen(loop, source, kept);
  const items = Array.from({ length: source.totalCount() }, (_, index) => source.getData(index));
  buildItems(loop, kept, items, build, keyOf ?? ((_item, index) => String(index)));
  return {};
}

/** What the source tells its listener: all of it makes the loop look again; changed items are built anew. */
function listen(loop: UiElement, source: DataSource, kept: Map<string, UiElement>): void {
  const again = (): void => loop.invalidate();
  const drop = (index: number): void => {
    const entry = [...kept][index];
    if (entry !== undefined) kept.delete(entry[0]);
    entry?.[1].dispose();
    again();
  };
  const reload = (): void => {
    for (const part of kept.values()) part.dispose();
    kept.clear();
    again();
  };
  const listener = {
    onDataReloaded: reload,
    onDataAdd: again,
    onDataAdded: again,
    onDataMove: again,
    onDataMoved: again,
    onDataDelete: again,
    onDataDeleted: again,
    onDataChange: drop,
    onDataChanged: drop,
    onDatasetChange: reload,
  };
  source.registerDataChangeListener?.(listener);
  loop.cleanups.push(() => source.unregisterDataChangeListener?.(listener));
}

/** `Repeat(items).each(builder).key(key)`; `template` and `templateId` choose the builder of an item. */
export function Repeat(items: readonly unknown[]): object {
  const loop = currentElement();
  const builders = new Map<string, (item: RepeatItem) => void>();
  let each: (item: RepeatItem) => void = () => undefined;
  let keyOf: KeyOf = indexAndValue;
  let typeOf: KeyOf = () => '';
  const build: Build = (item, index) => (builders.get(typeOf(item, index)) ?? each)({ item, index });
  const show = (): void => buildItems(loop, keptItems(loop), [...items], build, keyOf);
  const chain = {
    each: (builder: (item: RepeatItem) => void) => ((each = builder), chain),
    key: (key: KeyOf) => ((keyOf = key), chain),
    template: (type: string, builder: (item: RepeatItem) => void) => (builders.set(type, builder), chain),
    templateId: (pick: KeyOf) => ((typeOf = pick), chain),
    virtualScroll: () => chain,
    onMove: () => chain,
  };
  loop.afterRender = show;
  return chain;
}
