/** Where the URL of a Worker's file points. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownPlaces } from '../build/own.ts';
import { packageFile, relativeFile } from '../engine/resolve.ts';
import { host } from './host.ts';

/** The file of a script URL; undefined when there is none. */
export function workerScript(url: string): string | undefined {
  const { bundleName, moduleName, testModuleName, etsRoot, testEtsRoot } = host().config;
  if (url.startsWith('./') || url.startsWith('../')) return inFolder(callerFolder() ?? etsRoot, url);
  const bare = url.replace(new RegExp(`^@bundle:${bundleName.replaceAll('.', '\\.')}/`), '').replace(/^\//, '');
  const roots: Record<string, string> = { [`${moduleName}/ets/`]: etsRoot, [`${testModuleName}/ets/`]: testEtsRoot };
  for (const [prefix, root] of Object.entries(roots)) {
    if (bare.startsWith(prefix)) return inFolder(root, bare.slice(prefix.length));
  }
  return inFolder(etsRoot, bare) ?? inFolder(testEtsRoot, bare) ?? inPackage(bare);
}

/** Older projects name the file that their build makes, with .js. */
function inFolder(folder: string, path: string): string | undefined {
  const parent = pathToFileURL(join(folder, 'any')).href;
  const inner = `./${path}`;
  return relativeFile(inner, parent) ?? relativeFile(inner.replace(/\.(?:js|ts)$/, ''), parent);
}

/** `@library/ets/workers/Worker`. */
function inPackage(path: string): string | undefined {
  const name = path.replace(/^@/, '').split('/')[0] ?? '';
  const inner = path.replace(/^@?[^/]+\//, 'src/main/');
  const { config } = host();
  return packageFile(`${name}/${inner}`, config) ?? packageFile(path, config);
}

/** The folder of the file that makes the Worker. */
function callerFolder(): string | undefined {
  for (const line of (new Error().stack ?? '').split('\n').slice(1)) {
    const file = /\(?(file:\/\/\/?[^()]*|\/[^()]*):\d+:\d+\)?$/.exec(line.trim())?.[1];
    if (file === undefined || ownPlaces.some((place) => line.includes(place))) continue;
    return dirname(file.startsWith('file:') ? fileURLToPath(file) : file);
  }
  return undefined;
}
