/** `@Monitor('count', 'user.name')` methods of structs: called after a change, once for all that changed together. */
import { forget, readingAs } from './arkui-cells.ts';
import type { Cell, Dependent } from './arkui-cells.ts';

/** Method and the paths that it watches. */
export type Monitored = readonly [method: string, paths: readonly string[]];

interface Change {
  path: string;
  before: unknown;
  now: unknown;
}

type Fields = Record<string, unknown>;

/** Watches the paths of one method. Returns what stops it. */
export function monitor(instance: object, [method, paths]: Monitored): () => void {
  const watcher: Dependent & { waiting: boolean } = {
    sources: new Set<Cell>(),
    waiting: false,
    invalidate() {
      if (this.waiting) return;
      this.waiting = true;
      queueMicrotask(tell);
    },
  };
  const read = (): unknown[] => {
    forget(watcher);
    return readingAs(watcher, () => paths.map((path) => valueAt(instance, path)));
  };
  let known = read();
  let stopped = false;
  const tell = (): void => {
    watcher.waiting = false;
    if (stopped) return;
    const before = known;
    known = read();
    const changes = paths
      .map((path, index): Change => ({ path, before: before[index], now: known[index] }))
      .filter((change) => !Object.is(change.before, change.now));
    if (changes.length === 0) return;
    const report = {
      dirty: changes.map((change) => change.path),
      value: (path?: string) => (path === undefined ? changes[0] : changes.find((change) => change.path === path)),
    };
    ((instance as Fields)[method] as (changes: object) => void)(report);
  };
  return () => {
    stopped = true;
    forget(watcher);
  };
}

function valueAt(instance: object, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, name) => (holder as Fields | undefined | null)?.[name], instance);
}
