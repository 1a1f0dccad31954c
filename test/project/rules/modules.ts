import { join, resolve } from 'node:path';
import { isFile, moduleFiles } from '../layout.ts';
import { checkShape } from '../shapes/check.ts';
import { pagesShape } from '../shapes/module.ts';
import type { ModuleView, ParsedFile, Validation } from '../validation.ts';
import { at, list, text, texts } from '../values.ts';

/** Names of modules, their abilities and pages, and the devices they are for. */
export function checkModules(validation: Validation): void {
  const seen = new Set<string>();
  for (const module of validation.modules) {
    if (seen.has(module.name)) {
      const message = `two modules are called "${module.name}"; give each its own name`;
      validation.report('module-name', validation.profile.file, message);
    }
    seen.add(module.name);
    checkName(validation, module);
    checkManifest(validation, module.manifest, join(module.root, 'src/main'));
    checkManifest(validation, module.testManifest, join(module.root, moduleFiles.test));
    checkPagesField(validation, module);
  }
}

function checkName(validation: Validation, module: ModuleView): void {
  const own = text(at(module.manifest.value, 'module', 'name'));
  if (own === undefined || own === module.name) return;
  const message =
    `the module calls itself "${own}", the root build-profile.json5 calls it "${module.name}"; ` + 'write one name';
  validation.report('module-name', module.manifest.file, message);
}

/** `folder` is src/main or src/ohosTest: sources are named relative to it. */
function checkManifest(validation: Validation, { file, value }: ParsedFile, folder: string): void {
  const module = at(value, 'module');
  const abilities = list(at(module, 'abilities'));
  checkDevices(validation, file, at(module, 'deviceTypes'));
  for (const owner of [module, ...abilities, ...list(at(module, 'extensionAbilities'))]) {
    const source = text(at(owner, 'srcEntry') ?? at(owner, 'srcEntrance'));
    if (source === undefined || isFile(resolve(folder, source))) continue;
    const name = text(at(owner, 'name')) ?? '';
    validation.report(
      'source-missing',
      file,
      `srcEntry of "${name}" is ${source}, which does not exist; mend the path`,
    );
  }
  const main = text(at(module, 'mainElement'));
  const names = [...abilities, ...list(at(module, 'extensionAbilities'))].flatMap(
    (item) => text(at(item, 'name')) ?? [],
  );
  if (main !== undefined && !names.includes(main)) {
    const message =
      `mainElement is "${main}", which is no ability of this module; ` +
      `the abilities are: ${names.join(', ') || 'none'}`;
    validation.report('main-element', file, message);
  }
  checkPages(validation, at(module, 'pages'), folder);
}

/** OpenHarmony's own schema does not know `phone`; HarmonyOS's does. */
const devices = ['default', 'tablet', 'tv', 'wearable', 'car', '2in1'];

function checkDevices(validation: Validation, file: string, value: unknown): void {
  const runtimes = validation.runtimes();
  for (const device of texts(value)) {
    if (devices.includes(device)) continue;
    if (device !== 'phone') {
      const message = `"${device}" is no device type; write some of ${devices.join(', ')}`;
      validation.report('device-type', file, message);
    } else if (runtimes.has('OpenHarmony')) {
      const message =
        'a product is for OpenHarmony, which refuses the device type "phone"; write "default" (phones match it)';
      validation.report('device-type', file, message);
    }
  }
}

function checkPagesField(validation: Validation, module: ModuleView): void {
  const manifest = at(module.manifest.value, 'module');
  if (at(manifest, 'type') !== 'entry' || at(manifest, 'pages') !== undefined) return;
  const message = 'an entry module needs "pages"; add "pages": "$profile:main_pages" and that file with its list "src"';
  validation.report('pages-missing', module.manifest.file, message);
}

/** Each page of the list must exist. That the list itself exists is checked with the other references. */
function checkPages(validation: Validation, value: unknown, folder: string): void {
  const profile = /^\$profile:(\w+)$/.exec(text(value) ?? '')?.[1];
  if (profile === undefined) return;
  const pages = validation.strictJson(join(folder, 'resources/base/profile', `${profile}.json`));
  checkShape(validation, pages, pagesShape);
  for (const page of texts(at(pages.value, 'src'))) {
    const source = join(folder, 'ets', `${page}.ets`);
    if (isFile(source)) continue;
    validation.report('page-missing', pages.file, `the page "${page}" has no file ${source}; add it or mend the name`);
  }
}
