/** The sample's own native module, built and loaded for specs of what strict ArkTS cannot reach. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildModule } from '../../build/module.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { createProgress } from '../../build/progress.ts';
import type { Bridge } from '../../kits/host.ts';
import { findModule, loadProject } from '../../project/load.ts';

const ROOT = dirname(dirname(dirname(import.meta.dirname)));

/** What Index.d.ts declares, as far as the specs use it. */
export interface Session {
  evaluate(source: string): { value: unknown; log: Array<{ message: string }> };
  heapStatistics(): Record<string, number>;
  takeLog(): unknown[];
  close(): void;
}

export interface Library {
  JsvmSession: new () => Session;
  runScript(source: string): { value: unknown };
  takeLog(): unknown[];
}

export interface Loaded {
  bridge: Bridge;
  library: Library;
  /** Where they were loaded from, for other threads and processes. */
  paths: { bridge: string; library: string };
}

/** Builds libentry.so unless it is built, and loads it through the bridge. */
export async function loadLibrary(): Promise<Loaded> {
  const module = findModule(await loadProject(ROOT), 'entry');
  const progress = createProgress();
  const ndk = await ensureNdk(progress);
  const { libraries } = await buildModule(module, ndk, { include: [], link: [], cmakeArgs: [], progress });
  const path = libraries['libentry.so'];
  if (path === undefined) throw new Error('the entry module builds no libentry.so');
  const bridge = createRequire(join(ROOT, 'package.json'))(ndk.bridge) as Bridge;
  const library = bridge.loadModule(path) as unknown as Library;
  return { bridge, library, paths: { bridge: ndk.bridge, library: path } };
}

/** How many VMs are alive. */
export function aliveVms(bridge: Bridge): number {
  return bridge.ledger().filter((vm) => !vm.destroyed).length;
}

/** Collects garbage until `done`, for at most `turns` turns of the event loop: finalizers run on later ones. */
export async function collectUntil(done: () => boolean, turns = 50): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < turns && !done(); turn++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The code and message of the error that `action` throws. */
export function failure(action: () => unknown): { code: unknown; message: string } {
  try {
    action();
  } catch (error) {
    const { code, message } = error as Error & { code?: unknown };
    return { code, message };
  }
  throw new Error('expected an error, but nothing was thrown');
}
