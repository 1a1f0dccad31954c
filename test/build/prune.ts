/** Keeps the cache from growing without end. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundles } from './bundle.ts';
import { readJson } from './stamp.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes host NDKs, their build trees, module builds and transformed ArkTS of which nothing was written for 30 days,
 * except `keep`, and the bundles of installations that are gone. Called after a host NDK was built, which is rare and makes
 * the module builds of earlier ones useless. What is still wanted is built again.
 */
export function prune(cache: string, keep: string[], now: number = Date.now()): void {
  for (const folder of ['ndk', 'modules', 'ets'].map((name) => join(cache, name))) {
    for (const name of entries(folder)) {
      const path = join(folder, name);
      if (keep.includes(path)) continue;
      if (now - newest(path) > 30 * DAY) rmSync(path, { recursive: true, force: true });
    }
  }
  for (const name of entries(join(cache, 'code'))) {
    const path = join(cache, 'code', name);
    // A run that is still going may need its bundles for its next thread.
    if (now - newest(path) > DAY && isOfNobody(path)) rmSync(path, { recursive: true, force: true });
  }
}

/** True for bundles of an installation whose command line is not there any more. */
function isOfNobody(folder: string): boolean {
  const { stamps = [] } = readJson<Partial<Bundles>>(join(folder, 'bundles.json')) ?? {};
  const mains = stamps.map(([path]) => path).filter((path) => /[/\\]cli[/\\]main\.[jt]s$/.test(path));
  return mains.length > 0 && !mains.some((path) => existsSync(path));
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** When something was last written in a folder, or the file itself; looks one level deep. */
function newest(path: string): number {
  const times = [path, ...entries(path).map((name) => join(path, name))].map(
    // Another process may be removing the same.
    (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}
