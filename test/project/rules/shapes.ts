import { join } from 'node:path';
import { isFile, isFolder, moduleFiles, projectFiles } from '../layout.ts';
import { appShape } from '../shapes/app.ts';
import { checkShape } from '../shapes/check.ts';
import { moduleShape } from '../shapes/module.ts';
import { hvigorShape, packageShape, rootPackageShape } from '../shapes/packages.ts';
import { moduleProfileShape, projectProfileShape } from '../shapes/profiles.ts';
import type { ModuleView, Validation } from '../validation.ts';

/** The files that every project and module has, and the fields in them. */
export function checkShapes(validation: Validation): void {
  const { root } = validation;
  for (const name of [projectFiles.profile, projectFiles.package, projectFiles.hvigor, projectFiles.app]) {
    requireFile(validation, join(root, name));
  }
  requireScript(validation, root, 'appTasks');
  checkShape(validation, validation.profile, projectProfileShape);
  checkShape(validation, validation.package, rootPackageShape);
  checkShape(validation, validation.hvigor, hvigorShape);
  checkShape(validation, validation.app, appShape);
  for (const module of validation.modules) checkModule(validation, module);
}

function checkModule(validation: Validation, module: ModuleView): void {
  if (!isFolder(module.root)) {
    const message = `module "${module.name}": its folder ${module.root} does not exist; mend srcPath or add the folder`;
    validation.report('module-folder', validation.profile.file, message);
    return;
  }
  for (const name of [moduleFiles.profile, moduleFiles.package, moduleFiles.module]) {
    requireFile(validation, join(module.root, name));
  }
  requireScript(validation, module.root, 'hapTasks, harTasks or hspTasks');
  checkShape(validation, module.profile, moduleProfileShape);
  checkShape(validation, module.package, packageShape);
  checkShape(validation, module.manifest, moduleShape);
  if (!isFolder(join(module.root, moduleFiles.test))) return;
  requireFile(validation, join(module.root, moduleFiles.testModule));
  checkShape(validation, module.testManifest, moduleShape);
}

function requireFile(validation: Validation, file: string): void {
  if (!isFile(file)) validation.report('file-missing', file, 'the file is missing; add it');
}

function requireScript(validation: Validation, folder: string, tasks: string): void {
  if (['hvigorfile.ts', 'hvigorfile.js'].some((name) => isFile(join(folder, name)))) return;
  const message = `the file is missing; add it, exporting ${tasks} of @ohos/hvigor-ohos-plugin`;
  validation.report('file-missing', join(folder, 'hvigorfile.ts'), message);
}
