/** What the project's app.json5 and module.json5 say, read when somebody asks. */
import { dirname, join } from 'node:path';
import { readJson5 } from '../project/json5.ts';
import { isFile, moduleFiles, projectFiles } from '../project/layout.ts';
import { at, list, text } from '../project/values.ts';
import { host } from './host.ts';

/** Objects of the files; empty where there is no such file. */
export interface Manifest {
  app: unknown;
  /** By module name: the module under test, and the module of its tests. */
  modules: Map<string, unknown>;
}

let known: Manifest | undefined;

/** The files of the project around the module. */
export function manifest(): Manifest {
  return (known ??= read());
}

function read(): Manifest {
  const { moduleRoot, moduleName, testModuleName } = host().config;
  const modules = new Map<string, unknown>([[moduleName, objectIn(join(moduleRoot, moduleFiles.module), 'module')]]);
  if (testModuleName !== moduleName)
    modules.set(testModuleName, objectIn(join(moduleRoot, moduleFiles.testModule), 'module'));
  return { app: objectIn(appFile(moduleRoot), 'app'), modules };
}

/** `AppScope/app.json5` in the nearest folder upwards that has one; '' when there is none. */
function appFile(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, projectFiles.app);
    if (isFile(file)) return file;
    if (folder === dirname(folder)) return '';
  }
}

function objectIn(file: string, name: string): unknown {
  return file !== '' && isFile(file) ? at(readJson5(file), name) : undefined;
}

/** A permission that a module asks for. */
export interface RequestedPermission {
  name: string;
  moduleName: string;
  reason: string;
  abilities: string[];
  when: string;
}

/** All permissions of all modules. */
export function requestedPermissions(): RequestedPermission[] {
  return [...manifest().modules].flatMap(([moduleName, module]) =>
    list(at(module, 'requestPermissions')).flatMap((item) => {
      const name = text(at(item, 'name'));
      if (name === undefined) return [];
      const abilities = list(at(item, 'usedScene', 'abilities')).map(String);
      const when = text(at(item, 'usedScene', 'when')) ?? '';
      return [{ name, moduleName, reason: text(at(item, 'reason')) ?? '', abilities, when }];
    }),
  );
}
