import { join } from 'node:path';
import { readJson5 } from './json5.ts';
import { isFile, isFolder, moduleFiles } from './layout.ts';
import { abilities, stage } from './manifest.ts';
import type { TestTarget } from './model.ts';
import { at, list, text } from './values.ts';

/** The on-device test target of a module; undefined when the module has no `src/ohosTest`. */
export function testTarget(moduleRoot: string, moduleName: string): TestTarget | undefined {
  if (!isFolder(join(moduleRoot, moduleFiles.test))) return undefined;
  const file = join(moduleRoot, moduleFiles.testModule);
  const parsed = isFile(file) ? readJson5(file) : undefined;
  const manifest = at(parsed, 'module');
  const folder = join(moduleRoot, moduleFiles.test);
  const target: TestTarget = {
    name: text(at(manifest, 'name')) ?? `${moduleName}_test`,
    etsRoot: join(moduleRoot, moduleFiles.testEts),
    list: listFile(moduleRoot),
    style: hasRunner(moduleRoot) || hasAbility(parsed) ? 'old' : 'new',
    abilities: abilities(manifest, folder),
  };
  if (isFolder(join(moduleRoot, moduleFiles.testResources)))
    target.resources = join(moduleRoot, moduleFiles.testResources);
  const source = stage(manifest, folder);
  if (source !== undefined) target.stage = source;
  return target;
}

/** `List.test.ets`, or the `List.test.ts` of older projects. */
function listFile(moduleRoot: string): string {
  const file = join(moduleRoot, moduleFiles.testList);
  const older = file.replace(/\.ets$/, '.ts');
  return !isFile(file) && isFile(older) ? older : file;
}

/** Whether the runner is written by hand. Together with abilities it decides between the two styles, as in hvigor. */
export function hasRunner(moduleRoot: string): boolean {
  return ['.ets', '.ts'].some((extension) => isFile(join(moduleRoot, moduleFiles.testRunner) + extension));
}

/** Whether the test module declares an ability of its own, with its source. */
export function hasAbility(testModule: unknown): boolean {
  const first = list(at(testModule, 'module', 'abilities'))[0];
  return text(at(first, 'srcEntry') ?? at(first, 'srcEntrance')) !== undefined;
}
