/** What CMake knows about a configured project, asked through its file API. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BuildError } from './errors.ts';
import { readJson } from './stamp.ts';

/** The part of the answer that arkhost uses. All paths are absolute. */
export interface CMakeAnswer {
  /** Shared libraries and modules that were built. */
  libraries: string[];
  /** Source files of all targets. */
  sources: string[];
  /** CMakeLists.txt and whatever they include, without CMake's own files. */
  cmakeFiles: string[];
  /** The folder of the top CMakeLists.txt. */
  sourceRoot: string;
}

interface Index {
  reply: Record<string, Record<string, { responses?: { kind: string; jsonFile: string }[] }>>;
}

interface CodeModel {
  paths: { source: string };
  configurations: { targets: { name: string; jsonFile: string }[] }[];
}

interface Target {
  name: string;
  type: string;
  artifacts?: { path: string }[];
  sources?: { path: string; isGenerated?: boolean }[];
}

interface CMakeFiles {
  inputs: { path: string; isGenerated?: boolean; isCMake?: boolean }[];
}

const CLIENT = 'client-arkhost';

/** Leaves the question in the build tree; CMake answers whenever it configures. */
export function askCMake(build: string): void {
  const folder = join(build, '.cmake', 'api', 'v1', 'query', CLIENT);
  mkdirSync(folder, { recursive: true });
  const requests = [
    { kind: 'codemodel', version: 2 },
    { kind: 'cmakeFiles', version: 1 },
  ];
  writeFileSync(join(folder, 'query.json'), JSON.stringify({ requests }));
}

/** Reads the answer of the latest configuration. */
export function readAnswer(build: string): CMakeAnswer {
  const folder = join(build, '.cmake', 'api', 'v1', 'reply');
  const index = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith('index-'))
        .sort()
        .at(-1)
    : undefined;
  const read = <T>(name: string | undefined): T => {
    const value = name === undefined ? undefined : readJson<T>(join(folder, name));
    if (value === undefined) {
      throw new BuildError(
        `CMake left no description of the build in ${folder}. arkhost needs CMake 3.16 or newer`,
        '',
      );
    }
    return value;
  };
  const responses = read<Index>(index).reply[CLIENT]?.['query.json']?.responses ?? [];
  const fileOf = (kind: string): string | undefined => responses.find((response) => response.kind === kind)?.jsonFile;
  const model = read<CodeModel>(fileOf('codemodel'));
  const files = read<CMakeFiles>(fileOf('cmakeFiles'));
  const targets = (model.configurations[0]?.targets ?? []).map((target) => read<Target>(target.jsonFile));
  const sourceRoot = model.paths.source;
  return {
    libraries: targets.flatMap((target) => librariesOf(target, build)),
    sources: targets.flatMap(({ sources = [] }) =>
      sources.filter((source) => source.isGenerated !== true).map(({ path }) => resolve(sourceRoot, path)),
    ),
    cmakeFiles: files.inputs
      .filter((input) => input.isCMake !== true && input.isGenerated !== true)
      .map(({ path }) => resolve(sourceRoot, path)),
    sourceRoot,
  };
}

function librariesOf(target: Target, build: string): string[] {
  if (target.type !== 'SHARED_LIBRARY' && target.type !== 'MODULE_LIBRARY') return [];
  // A build of chosen targets leaves the others out.
  return (target.artifacts ?? []).map(({ path }) => resolve(build, path)).filter((path) => existsSync(path));
}
