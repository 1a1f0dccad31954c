/** Hooks for hypium's own files, which can be loaded before the engine is configured. */
import { fs, modules, urls } from '../build/builtin.ts';
import { quietSource } from '../build/hypium-file.ts';

const { readFileSync } = fs;
const { registerHooks } = modules;
const { fileURLToPath } = urls;

/** Makes the package around `entryUrl` loadable: extensionless imports, ES modules without a `type` field. */
export function installPackageHooks(entryUrl: string): void {
  const folder = new URL('./', entryUrl).href;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === entryUrl) return { url: specifier, format: 'module', shortCircuit: true };
      if (context.parentURL?.startsWith(folder) !== true || !specifier.startsWith('.')) return next(specifier, context);
      const url = new URL(/\.js$/.test(specifier) ? specifier : `${specifier}.js`, context.parentURL).href;
      return { url, format: 'module', shortCircuit: true };
    },
    load(url, context, next) {
      if (!url.startsWith(folder)) return next(url, context);
      return { format: 'module', source: quietSource(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true };
    },
  });
}
