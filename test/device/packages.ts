/** Builds the packages of a module with hvigor, and finds them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, ToolError } from '../build/errors.ts';
import { run } from '../build/process.ts';
import type { Progress } from '../build/progress.ts';
import { findProgram } from '../build/programs.ts';
import type { Module, Project } from '../project/model.ts';

/**
 * Builds the package of a module and that of its tests.
 * @param product Of the root build-profile.json5.
 * Throws ToolError when hvigorw is missing, and BuildError with what it says when it fails.
 */
export async function buildPackages(
  project: Project,
  module: Module,
  product: string,
  progress: Progress,
): Promise<void> {
  const hvigor = findProgram('hvigorw');
  if (hvigor === undefined) {
    throw new ToolError('hvigorw was not found. Put bin of the Command Line Tools on PATH, or use --no-build');
  }
  const common = ['assembleHap', '--mode', 'module', '-p', `product=${product}`, '--no-daemon'];
  for (const target of [['default', '-p', 'buildMode=debug'], ['ohosTest']]) {
    const [name = '', ...more] = target;
    progress.update(`building ${module.name}@${name} with hvigor`);
    const args = [...common, '-p', `module=${module.name}@${name}`, ...more];
    const { code, output } = await run(hvigor, args, { cwd: project.root });
    // hvigor may exit with 0 after an error.
    if (code === 0 && !/BUILD FAILED|hvigor ERROR/.test(output)) continue;
    progress.clear();
    throw new BuildError(`hvigor could not build ${module.name}@${name}`, output.trim());
  }
  progress.clear();
}

/** The packages to install: signed ones, or what an emulator takes. Throws BuildError when they were not built. */
export function findPackages(module: Module, product: string): string[] {
  const outputs = join(module.root, 'build', product, 'outputs');
  return ['default', 'ohosTest'].map((target) => {
    const names = ['signed', 'unsigned'].map((kind) => join(outputs, target, `${module.name}-${target}-${kind}.hap`));
    const found = names.find((name) => existsSync(name));
    if (found === undefined) {
      throw new BuildError(`there is no ${names[0] ?? ''}: build the module first, without --no-build`, '');
    }
    return found;
  });
}
