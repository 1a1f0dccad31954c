/** Loads the real @ohos/hypium. */
import { urls } from '../build/builtin.ts';
import type { HypiumModule } from './hypium-types.ts';
import { installPackageHooks } from './package-hooks.ts';
import { hypiumFile } from './resolve.ts';

const { pathToFileURL } = urls;

/** Imports hypium, whose inner imports have no extensions and whose package.json names no module type. */
export async function loadHypium(): Promise<HypiumModule> {
  const url = pathToFileURL(hypiumFile()).href;
  installPackageHooks(url);
  return (await import(url)) as HypiumModule;
}
