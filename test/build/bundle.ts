/**
 * Bundles arkhost's own code: one file for the command line and one for the engine process. Some 250 modules one by one cost
 * a warm run more than everything else that is not the tests themselves.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import { HOME, fingerprint } from './home.ts';
import { hypiumFile, quietSource } from './hypium-file.ts';
import { processStarter, threadStarter } from './own.ts';
import { stampAll, writeJson } from './stamp.ts';
import type { FileStamp } from './stamp.ts';
import { listTree } from './tree.ts';

/** What the launcher reads to find current bundles; see test/bin/bundles.js. */
export interface Bundles {
  /** The command line: exports `main`. */
  cli: string;
  /** The engine process: exports `entries`. */
  engine: string;
  /** Everything that they were made from and the bundles themselves, as they looked. */
  stamps: FileStamp[];
}

/** The folder of arkhost's modules: `test`, or `dist` in the published package. */
const root = dirname(import.meta.dirname);
const extension = extname(import.meta.filename);

const DAY = 24 * 60 * 60 * 1000;
/** Modules that are loaded by name: see own.ts. */
const cliNames = ['build/ets-transform'];

/**
 * Makes both bundles in a folder; writes and returns what the launcher needs. Throws when esbuild is missing or refuses the
 * code.
 * @param folder In arkhost's cache; made when it is not there.
 * @param list The file to write.
 */
export async function makeBundles(folder: string, list: string): Promise<Bundles> {
  const startedAt = Date.now();
  mkdirSync(folder, { recursive: true });
  const kits = join(root, 'kits');
  const kitFiles = listTree(kits).files.filter((file) => extname(file) === extension);
  const engineNames = [...kitFiles.map(nameOf), ...cliNames, 'engine/arkui', 'engine/arkui-exports', 'engine/runtime'];
  const inputs = new Set<string>(kitFiles.map((file) => dirname(file)));
  const entries = await bundle(join(root, 'engine', `entries${extension}`), engineNames, inputs);
  const engine = write(folder, 'engine', entries);
  const cli = write(folder, 'cli', await bundle(join(root, 'cli', `main${extension}`), cliNames, inputs));
  removeOld(folder, [cli, engine]);
  const stamps = stampAll(inputs);
  // A file that was written meanwhile may be in the bundle as it was before: its stamp never fits.
  for (const stamp of stamps) if (stamp[3] >= startedAt) stamp[3] = 0;
  const made: Bundles = { cli, engine, stamps: [...stamps, ...stampAll([cli, engine])] };
  writeJson(list, made);
  return made;
}

/** Writes a bundle under a name of its contents: V8's code cache beside it must never meet another text of the same length. */
function write(folder: string, name: string, text: string): string {
  const file = join(folder, `${name}.${fingerprint([text])}.cjs`);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  return file;
}

/** Removes what earlier versions left, except what a run that is still going may need for its next thread. */
function removeOld(folder: string, current: string[]): void {
  for (const file of listTree(folder).files) {
    // Code caches stand beside their bundles, and so does what a killed run has left of one.
    if (!file.endsWith('.tmp') && current.some((kept) => file.startsWith(kept))) continue;
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > DAY) rmSync(file, { force: true });
  }
}

function nameOf(file: string): string {
  return relative(root, file).slice(0, -extension.length);
}

/** The text of a bundle: a function of `module`, `require` and what code.cjs tells it. Adds its files to `inputs`. */
async function bundle(entry: string, names: string[], inputs: Set<string>): Promise<string> {
  const { build } = await import('esbuild');
  const options: BuildOptions & { metafile: true; write: false } = {
    absWorkingDir: HOME,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node26',
    charset: 'ascii',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
    // It has its own files beside it, and is loaded for changed sources only.
    external: ['ohos-typescript', 'esbuild'],
    plugins: [ownModules(names), hypiumModule(), places()],
  };
  const result = await build(options);
  for (const input of Object.keys(result.metafile.inputs)) inputs.add(resolve(HOME, input));
  return `(function (module, require, __bundle) {${result.outputFiles[0]?.text ?? ''}\n})`;
}

/** A table of the modules that are loaded by name stands for own.ts. */
function ownModules(names: string[]): Plugin {
  return {
    name: 'own',
    setup(build) {
      build.onLoad({ filter: /[/\\]build[/\\]own\.[jt]s$/ }, () => ({
        resolveDir: root,
        loader: 'js',
        contents: [
          'const table = {',
          ...names.map((name) => `  ${JSON.stringify(name)}: () => require('./${name}${extension}'),`),
          '};',
          'export function loadOwn(name) { __bundle.note(name); return table[name](); }',
          'export function hasOwn(name) { return Object.hasOwn(table, name); }',
          // The bundles stand in one folder; a stack names the command line's or the engine's.
          "const folder = __bundle.file.slice(0, __bundle.file.lastIndexOf('/') + 1);",
          'export const ownPlaces = [folder, encodeURI(folder)];',
          'export const engineCode = __bundle.engine;',
          `export const processStarter = ${JSON.stringify(processStarter)};`,
          `export const threadStarter = ${JSON.stringify(threadStarter)};`,
        ].join('\n'),
      }));
    },
  };
}

/** hypium's files import one another without extensions, and are to be silent: see package-hooks.ts. */
function hypiumModule(): Plugin {
  const file = hypiumFile();
  const folder = dirname(file);
  return {
    name: 'hypium',
    setup(build) {
      build.onLoad({ filter: /[/\\]engine[/\\]hypium\.[jt]s$/ }, () => ({
        resolveDir: root,
        loader: 'js',
        contents: `import * as hypium from ${JSON.stringify(file)}; export function loadHypium() { return hypium; }`,
      }));
      build.onResolve({ filter: /^\./ }, ({ path, importer }) => {
        if (!importer.startsWith(`${folder}/`) || path.endsWith('.js')) return undefined;
        return { path: join(dirname(importer), `${path}.js`) };
      });
      build.onLoad({ filter: /\.js$/ }, ({ path }) => {
        if (!path.startsWith(`${folder}/`)) return undefined;
        return { loader: 'js', contents: quietSource(readFileSync(path, 'utf8')) };
      });
    },
  };
}

/** A module knows where its file stands, as if it had been loaded from there. */
function places(): Plugin {
  return {
    name: 'places',
    setup(build) {
      build.onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
        if (!path.startsWith(`${root}/`)) return undefined;
        const contents = readFileSync(path, 'utf8')
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.filename', JSON.stringify(path))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
        return { contents, loader: extension === '.ts' ? 'ts' : 'js' };
      });
    },
  };
}
