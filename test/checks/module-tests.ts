/** The sample's own hypium tests on the host: by the compiler that arkhost chooses, and once more by each compiler. */
import { join } from 'node:path';
import { fail, skip } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { findTool, run } from './process.ts';
import { readTotals } from './totals.ts';
import { measureWarmStart } from './warm-start.ts';

/** The host NDK may have to be built first. */
const LIMIT = 30 * 60_000;

/** `arkhost test entry`, as a user runs it. */
export const moduleTests: Check = {
  name: 'module',
  title: 'arkhost test entry',
  alone: true,
  run: async (context) => {
    const outcome = await runModuleTests(context, {});
    if (outcome.failed > 0) {
      return outcome;
    }
    const warm = await measureWarmStart(context.root, testCommand(context));
    return { ...outcome, remark: `${outcome.remark}; ${warm}` };
  },
};

/** Host NDK and module built by g++ with warnings as errors, and the module's tests on the result. */
export const withGcc = withCompiler('gcc', 'g++', ['g++', 'g++-14', 'g++-13', 'g++-12'], 'g++');
/** The same by clang++, the device's compiler, which also checks the `%{public}` formats. */
export const withClang = withCompiler(
  'clang',
  'clang++',
  ['clang++-19', 'clang++-18', 'clang++-17', 'clang++-16', 'clang++'],
  'clang-19',
);

function withCompiler(name: string, shown: string, tools: string[], aptPackage: string): Check {
  return {
    name: `compiler-${name}`,
    title: `Built by ${shown} without warnings`,
    alone: true,
    run: async (context) => {
      const compiler = findTool(...tools);
      return compiler === undefined
        ? skip(`${shown} is not installed: sudo apt-get install ${aptPackage}`)
        : runModuleTests(context, { ARKHOST_CXX: compiler });
    },
  };
}

function testCommand(context: CheckContext): string[] {
  return [join(context.root, 'test', 'bin', 'arkhost.js'), 'test', 'entry'];
}

async function runModuleTests(context: CheckContext, env: Record<string, string>): Promise<Outcome> {
  const { code, output } = await run(process.execPath, testCommand(context), {
    cwd: context.root,
    env,
    timeout: LIMIT,
  });
  const totals = readTotals(output);
  if (totals === undefined) {
    return fail(`no totals, exit code ${code}`, output);
  }
  const remark = `${totals.passed} passed, ${totals.failed} failed`;
  // Exit code and counts must agree, or one of them lies.
  if (code === 0 && totals.failed === 0 && totals.passed > 0) {
    return { ...totals, remark, output };
  }
  return { ...totals, failed: Math.max(totals.failed, 1), remark: `${remark}, exit code ${code}`, output };
}
