/** `NavPathStack`: the pages of a Navigation, by name and parameter. Changes of it build the Navigation again. */
import { Cell } from './arkui-cells.ts';
import { opaque } from './arkui-observe.ts';

/** What comes back to the one that pushed a page. */
export interface PopInfo {
  info: NavPathInfo;
  result: unknown;
}

/** A page to push. */
export class NavPathInfo {
  name: string;
  param: unknown;
  onPop: ((info: PopInfo) => void) | undefined;
  isEntry: boolean;
  navDestinationId?: string;

  constructor(name: string, param?: unknown, onPop?: (info: PopInfo) => void, isEntry = false) {
    this.name = name;
    this.param = param;
    this.onPop = onPop;
    this.isEntry = isEntry;
  }
}

interface Interception {
  willShow?: (from: unknown, to: unknown, operation: number, animated: boolean) => void;
  didShow?: (from: unknown, to: unknown, operation: number, animated: boolean) => void;
}

/** How a page that is there already is pushed. */
export const LaunchMode = { STANDARD: 0, MOVE_TO_TOP_SINGLETON: 1, POP_TO_SINGLETON: 2, NEW_INSTANCE: 3 } as const;
/** NavigationOperation of the public API. */
const operation = { push: 1, pop: 2, replace: 3 } as const;

type Info = Pick<NavPathInfo, 'name'> & Partial<NavPathInfo>;
type PushOptions = boolean | { launchMode?: number; animated?: boolean };

let lastId = 0;

export class NavPathStack {
  readonly [opaque] = true;
  /** Pages, the one on show last. */
  entries: NavPathInfo[] = [];
  /** Read by the Navigation that shows the stack. */
  readonly changes = new Cell(0, 'value');
  interception: Interception = {};
  parentStack: NavPathStack | null = null;

  pushPath(info: Info, options?: PushOptions): void {
    const mode = typeof options === 'object' ? (options.launchMode ?? 0) : 0;
    const known = this.entries.findLastIndex((entry) => entry.name === info.name);
    if (known >= 0 && mode === LaunchMode.MOVE_TO_TOP_SINGLETON) {
      const [entry] = this.entries.splice(known, 1) as [NavPathInfo];
      entry.param = info.param;
      this.change(operation.push, [...this.entries, entry]);
    } else if (known >= 0 && mode === LaunchMode.POP_TO_SINGLETON) {
      (this.entries[known] as NavPathInfo).param = info.param;
      this.change(operation.pop, this.entries.slice(0, known + 1));
    } else {
      this.change(operation.push, [...this.entries, entryOf(info)]);
    }
  }

  /** `(name, param, onPop?, animated?)`. */
  pushPathByName(name: string, param?: unknown, onPop?: unknown, _animated?: boolean): void {
    this.pushPath({ name, param, onPop: callback(onPop) });
  }

  pushDestination(info: Info, options?: PushOptions): Promise<void> {
    return Promise.resolve().then(() => this.pushPath(info, options));
  }

  pushDestinationByName(name: string, param?: unknown, onPop?: unknown, animated?: boolean): Promise<void> {
    return Promise.resolve().then(() => this.pushPathByName(name, param, onPop, animated));
  }

  replacePath(info: Info, _options?: PushOptions): void {
    this.change(operation.replace, [...this.entries.slice(0, -1), entryOf(info)]);
  }

  replacePathByName(name: string, param?: unknown, _animated?: boolean): void {
    this.replacePath({ name, param });
  }

  replaceDestination(info: Info, options?: PushOptions): Promise<void> {
    return Promise.resolve().then(() => this.replacePath(info, options));
  }

  /** Takes the last page away; a result reaches the `onPop` it was pushed with. */
  pop(result?: unknown, _animated?: boolean): NavPathInfo | undefined {
    return this.leave(this.entries.length - 2, result);
  }

  /** Index of the page, or -1 when there is none of that name. */
  popToName(name: string, result?: unknown, _animated?: boolean): number {
    const index = this.entries.findIndex((entry) => entry.name === name);
    if (index >= 0) this.leave(index, result);
    return index;
  }

  popToIndex(index: number, result?: unknown, _animated?: boolean): void {
    if (index < this.entries.length) this.leave(index, result);
  }

  moveToTop(name: string, _animated?: boolean): number {
    const index = this.entries.findIndex((entry) => entry.name === name);
    if (index >= 0) this.moveIndexToTop(index);
    return index;
  }

  moveIndexToTop(index: number, _animated?: boolean): void {
    const entry = this.entries[index];
    if (entry === undefined) return;
    this.change(operation.push, [...this.entries.filter((item) => item !== entry), entry]);
  }

  clear(_animated?: boolean): void {
    if (this.entries.length > 0) this.change(operation.pop, []);
  }

  /** How many pages went. */
  removeByIndexes(indexes: readonly number[]): number {
    return this.keep((_entry, index) => !indexes.includes(index));
  }

  removeByName(name: string): number {
    return this.keep((entry) => entry.name !== name);
  }

  removeByNavDestinationId(id: string): boolean {
    return this.keep((entry) => entry.navDestinationId !== id) > 0;
  }

  getAllPathName(): string[] {
    return this.entries.map((entry) => entry.name);
  }

  getParamByIndex(index: number): unknown {
    return this.entries[index]?.param;
  }

  getParamByName(name: string): unknown[] {
    return this.entries.filter((entry) => entry.name === name).map((entry) => entry.param);
  }

  getIndexByName(name: string): number[] {
    return this.entries.flatMap((entry, index) => (entry.name === name ? [index] : []));
  }

  getPathStack(): NavPathInfo[] {
    return [...this.entries];
  }

  setPathStack(entries: readonly Info[], _animated?: boolean): void {
    this.change(operation.replace, entries.map(entryOf));
  }

  getParent(): NavPathStack | null {
    return this.parentStack;
  }

  size(): number {
    return this.entries.length;
  }

  /** There are no animations to leave out. */
  disableAnimation(_value: boolean): void {}

  setInterception(interception: Interception): void {
    this.interception = interception;
  }

  /** Keeps the pages up to an index. */
  leave(index: number, result: unknown): NavPathInfo | undefined {
    const last = this.entries.at(-1);
    if (last === undefined) return undefined;
    this.change(operation.pop, this.entries.slice(0, Math.max(index + 1, 0)));
    if (result !== undefined && typeof result !== 'boolean') last.onPop?.({ info: last, result });
    return last;
  }

  keep(wanted: (entry: NavPathInfo, index: number) => boolean): number {
    const rest = this.entries.filter(wanted);
    const gone = this.entries.length - rest.length;
    if (gone > 0) this.change(operation.pop, rest);
    return gone;
  }

  change(kind: number, entries: NavPathInfo[]): void {
    const from = this.entries.at(-1) ?? 'navBar';
    const to = entries.at(-1) ?? 'navBar';
    this.interception.willShow?.(from, to, kind, true);
    this.entries = entries;
    this.changes.value = (this.changes.peek() as number) + 1;
    this.interception.didShow?.(from, to, kind, true);
  }
}

function callback(value: unknown): ((info: PopInfo) => void) | undefined {
  return typeof value === 'function' ? (value as (info: PopInfo) => void) : undefined;
}

function entryOf(info: Info): NavPathInfo {
  const entry = new NavPathInfo(info.name, info.param, info.onPop, info.isEntry);
  entry.navDestinationId = String(++lastId);
  return entry;
}
