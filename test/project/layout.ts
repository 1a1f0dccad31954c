import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ProjectError } from './errors.ts';
import { readJson5 } from './json5.ts';
import { at } from './values.ts';

/** Names of the files of a project, relative to its folder. */
export const projectFiles = {
  profile: 'build-profile.json5',
  package: 'oh-package.json5',
  hvigor: 'hvigor/hvigor-config.json5',
  app: 'AppScope/app.json5',
  appResources: 'AppScope/resources',
} as const;

/** Names of the files of a module, relative to its folder. */
export const moduleFiles = {
  profile: 'build-profile.json5',
  package: 'oh-package.json5',
  main: 'src/main',
  module: 'src/main/module.json5',
  ets: 'src/main/ets',
  resources: 'src/main/resources',
  native: 'src/main/cpp',
  cmakeLists: 'src/main/cpp/CMakeLists.txt',
  test: 'src/ohosTest',
  testModule: 'src/ohosTest/module.json5',
  testEts: 'src/ohosTest/ets',
  testList: 'src/ohosTest/ets/test/List.test.ets',
  testRunner: 'src/ohosTest/ets/testrunner/OpenHarmonyTestRunner',
  testResources: 'src/ohosTest/resources',
  localTestList: 'src/test/List.test.ets',
  mock: 'src/mock/mock-config.json5',
} as const;

/** Whether a path is an existing file. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether a path is an existing folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The project folder around a path: the nearest folder upwards whose build-profile.json5 has an `app`. (Modules have a
 * build-profile.json5 too, without one.)
 * @throws ProjectError when there is none, or when a build-profile.json5 on the way cannot be parsed.
 */
export function findProjectRoot(start: string): string {
  const from = resolve(start);
  if (statSync(from, { throwIfNoEntry: false }) === undefined) {
    throw new ProjectError(from, 'no such file or folder; name a DevEco project or something inside it');
  }
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, projectFiles.profile);
    if (isFile(file) && at(readJson5(file), 'app') !== undefined) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new ProjectError(
    from,
    'this is not in a DevEco project: neither it nor a folder above has a build-profile.json5 with "app"; ' +
      'name the project folder',
  );
}
