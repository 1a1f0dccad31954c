import { ProjectError } from './errors.ts';
import type { Finding } from './finding.ts';
import { findProjectRoot } from './layout.ts';
import { checkLibraries } from './rules/libraries.ts';
import { checkModules } from './rules/modules.ts';
import { checkNative } from './rules/native.ts';
import { checkPaths } from './rules/paths.ts';
import { checkProducts } from './rules/products.ts';
import { checkReferences } from './rules/references.ts';
import { checkResources } from './rules/resources.ts';
import { Scopes } from './rules/scopes.ts';
import { checkShapes } from './rules/shapes.ts';
import { checkTests } from './rules/tests.ts';
import { Validation } from './validation.ts';

export type { Finding } from './finding.ts';

/**
 * Checks a DevEco project without DevEco: the syntax and fields of its files, and everything that has to agree between
 * them. Files that are generated or installed (build, oh_modules…) are not looked at.
 * @param root the project folder, or a path inside it
 * @returns what is wrong, sorted by file; nothing when the project is sound
 * @throws ProjectError when there is no project
 */
export async function validateProject(root: string): Promise<Finding[]> {
  let folder: string;
  try {
    folder = findProjectRoot(root);
  } catch (error) {
    // Without its root file nothing else of the project can be found.
    if (!(error instanceof ProjectError) || error.line === undefined) throw error;
    const message = `line ${error.line}, column ${error.column ?? 1}: ${error.reason}`;
    return [{ rule: 'json5-syntax', file: error.file, message }];
  }
  const validation = new Validation(folder);
  const scopes = new Scopes(validation);
  checkShapes(validation);
  checkProducts(validation);
  checkModules(validation);
  checkReferences(validation, scopes);
  checkResources(validation, scopes);
  checkTests(validation);
  checkLibraries(validation, checkNative(validation));
  checkPaths(validation);
  return validation.findings.sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
