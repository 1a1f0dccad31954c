/** `arkhost device`: builds a module with hvigor, installs it and runs its hypium tests on a device. */
import { createProgress } from '../build/progress.ts';
import { Hdc } from '../device/hdc.ts';
import { buildPackages, findPackages } from '../device/packages.ts';
import { testOnDevice } from '../device/test-run.ts';
import { ProjectError } from '../project/errors.ts';
import type { Arguments } from './arguments.ts';
import { locate } from './prepare.ts';
import { judge, readNumber, readReporter } from './reports.ts';

/** Seconds for all cases together. */
const defaultLimit = 600;

/** Returns 0 when all cases passed, and 1 otherwise. Throws ToolError, BuildError and ProjectError. */
export async function deviceCommand(args: Arguments): Promise<number> {
  const { project, module } = await locate(args.positionals[0] ?? '.');
  if (module.ohosTest === undefined) {
    throw new ProjectError(module.root, 'the module has no src/ohosTest: there are no tests to run');
  }
  const reporter = readReporter(args.value('reporter'));
  const caseTimeout = readNumber(args, 'case-timeout');
  const limit = readNumber(args, 'timeout') ?? defaultLimit;
  const product = args.value('product') ?? project.products[0]?.name ?? 'default';
  // A device that is missing should not cost a build.
  const hdc = await Hdc.connect(args.value('device'));
  const progress = createProgress();
  if (!args.has('no-build')) await buildPackages(project, module, product, progress);
  const packages = findPackages(module, product);
  progress.update(`installing on ${hdc.key}`);
  await hdc.install(packages).finally(() => progress.clear());
  const only = args.values('only');
  const parameters = {
    ...(only.length === 0 ? {} : { class: only.join(',') }),
    ...(caseTimeout === undefined ? {} : { timeout: String(caseTimeout) }),
  };
  const { bundleName } = project;
  const { name: testModuleName } = module.ohosTest;
  const run = { bundleName, moduleName: module.name, testModuleName, parameters, limit };
  const tally = await judge(reporter, args.value('output'), () => testOnDevice(hdc, run));
  return tally.passed ? 0 : 1;
}
