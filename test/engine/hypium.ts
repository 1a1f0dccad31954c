/** Loads the real @ohos/hypium. In a bundle, where it is part of the code, another file stands for this one. */
import { modules, urls } from '../build/builtin.ts';
import { hypiumFile } from '../build/hypium-file.ts';
import type { HypiumModule } from './hypium-types.ts';
import { installPackageHooks } from './package-hooks.ts';

let loaded: HypiumModule | undefined;

/** hypium, whose inner imports have no extensions and whose package.json names no module type. */
export function loadHypium(): HypiumModule {
  if (loaded === undefined) {
    const file = hypiumFile();
    installPackageHooks(urls.pathToFileURL(file).href);
    loaded = modules.createRequire(import.meta.url)(file) as HypiumModule;
  }
  return loaded;
}
