/** Gives the ArkTS language service its files, and maps the module names that only OpenHarmony knows. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'ohos-typescript';
import { globalDeclarations, kitDeclaration } from './declarations.ts';

/** What to check. */
export interface ArktsInput {
  /** The project's folder; findings are reported relative to it. */
  root: string;
  /** Absolute paths of the .ets files. */
  files: string[];
  /** Native libraries and their declaration: `libentry.so` -> absolute path of `Index.d.ts`. */
  libraries: Record<string, string>;
  /** Other packages: name -> folder or file. */
  packages: Record<string, string>;
  /** The lowest API level of the project's products. */
  api: number;
  /** Look for errors inside declaration files too; off by default, as in the SDK's build. */
  checkDeclarations?: boolean;
}

const HYPIUM = dirname(fileURLToPath(import.meta.resolve('@ohos/hypium')));
const SUFFIXES = ['', '.ets', '.ts', '.d.ets', '.d.ts', '.js', '/Index.ets', '/index.ets', '/Index.d.ts', '/index.ts'];

/** The file that `specifier` names when imported from `importer`, or undefined when there is none. */
export function resolveEtsModule(specifier: string, importer: string, input: ArktsInput): string | undefined {
  if (specifier === '@ohos/hypium') {
    return join(HYPIUM, 'index.ets');
  }
  if (specifier.startsWith('.')) {
    return firstFile(resolve(dirname(importer), specifier));
  }
  const library = input.libraries[specifier];
  if (library !== undefined) {
    return library;
  }
  const local = input.packages[specifier];
  return local === undefined ? kitDeclaration(specifier) : firstFile(local);
}

function firstFile(base: string): string | undefined {
  return SUFFIXES.map((suffix) => base + suffix).find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function extensionOf(file: string): ts.Extension {
  const endings: Array<[string, ts.Extension]> = [
    ['.d.ets', ts.Extension.Dets],
    ['.d.ts', ts.Extension.Dts],
    ['.ets', ts.Extension.Ets],
    ['.ts', ts.Extension.Ts],
  ];
  return endings.find(([ending]) => file.endsWith(ending))?.[1] ?? ts.Extension.Js;
}

/** A host over the file system; each file is read once. */
export function createHost(input: ArktsInput, options: ts.CompilerOptions): ts.LanguageServiceHost {
  const texts = new Map<string, string>();
  const read = (file: string): string | undefined => {
    const known = texts.get(file);
    if (known !== undefined || !existsSync(file)) {
      return known;
    }
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    return text;
  };
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...globalDeclarations(), ...input.files],
    getScriptVersion: (file) =>
      createHash('sha256')
        .update(read(file) ?? '')
        .digest('hex'),
    getScriptSnapshot: (file) => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => input.root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (file) => existsSync(file),
    readFile: read,
    resolveModuleNames: (names, importer) =>
      names.map((name) => {
        const file = resolveEtsModule(name, importer, input);
        return file === undefined ? undefined : { resolvedFileName: file, extension: extensionOf(file) };
      }),
  };
}
