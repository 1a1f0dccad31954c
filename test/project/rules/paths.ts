import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isFile, moduleFiles } from '../layout.ts';
import type { ModuleView, Validation } from '../validation.ts';
import { at, list, record, text, textEntries, texts } from '../values.ts';

/** Where the project stands, and the files that settings point to. */
export function checkPaths(validation: Validation): void {
  const real = realpathSync(validation.root);
  const odd = /[^A-Za-z0-9\-_.()@ /]/u.exec(real)?.[0];
  if (odd !== undefined) {
    const message =
      `the path ${real} holds "${odd}"; ` +
      'the build tools take letters, digits, blanks and -_.()@ only: move the project';
    validation.report('path-ascii', validation.root, message);
  }
  for (const module of validation.modules) {
    checkSymlink(validation, module);
    checkRuleFiles(validation, module);
    checkMocks(validation, module);
  }
}

function checkSymlink(validation: Validation, module: ModuleView): void {
  if (lstatSync(module.root, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  const message =
    `module "${module.name}" is reached through a symbolic link, which the build refuses; ` + 'name the real folder';
  validation.report('path-symlink', validation.profile.file, message);
}

/** The rule files of obfuscation, in the common build options and those of each build mode. */
function checkRuleFiles(validation: Validation, module: ModuleView): void {
  const { file, value } = module.profile;
  for (const options of [at(value, 'buildOption'), ...list(at(value, 'buildOptionSet'))]) {
    const obfuscation = at(options, 'arkOptions', 'obfuscation');
    const consumer = at(obfuscation, 'consumerFiles');
    const names = [...texts(at(obfuscation, 'ruleOptions', 'files')), ...texts(consumer), text(consumer) ?? []].flat();
    for (const name of names) {
      if (isFile(join(module.root, name))) continue;
      validation.report('obfuscation-file', file, `"${name}" does not exist; add the file, or take it off the list`);
    }
  }
}

function checkMocks(validation: Validation, module: ModuleView): void {
  const { file, value } = validation.json5(join(module.root, moduleFiles.mock));
  for (const [name, entry] of Object.entries(record(value) ?? {})) {
    for (const [key, source] of textEntries(entry)) {
      if (key !== 'source' || isFile(join(module.root, source))) continue;
      validation.report('mock-source', file, `the mock of "${name}" is ${source}, which does not exist; mend the path`);
    }
  }
}
