/** Formatting of the C++ sources by clang-format, one pinned major: other versions lay the same style out differently. */
import { fail, judge, skip } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { listFiles } from './files.ts';
import { findTool, run } from './process.ts';

const MAJOR = 19;

export const formatCpp: Check = {
  name: 'format-cpp',
  title: `C++ formatting (clang-format ${MAJOR})`,
  run: runFormatCpp,
};

async function runFormatCpp(context: CheckContext): Promise<Outcome> {
  const tool = await findFormatter(context.root);
  if (tool === undefined) {
    return skip(`clang-format ${MAJOR} is not installed: sudo apt-get install clang-format-${MAJOR}`);
  }
  const patterns = ['native', 'examples', 'test/ndk', 'test/checks', 'test/spec', 'bench'].flatMap((folder) =>
    ['h', 'c', 'cc', 'cpp', 'inc'].map((ending) => `${folder}/**/*.${ending}`),
  );
  const files = await listFiles(context.root, patterns);
  if (files.length === 0) {
    return fail('no C++ files', 'No C++ file was found; the patterns of test/checks/format-cpp.ts are out of date');
  }
  const mode = context.write ? ['-i'] : ['--dry-run', '--Werror', '--ferror-limit=1'];
  const { code, output } = await run(tool, [...mode, ...files], { cwd: context.root, timeout: 120_000 });
  const findings = output.split('\n').filter((line) => /: (error|warning): /.test(line));
  if (code !== 0 && findings.length === 0) {
    return fail('clang-format failed', output);
  }
  return judge(
    findings.map((line) => line.replace(/code should be clang-formatted.*/, 'not formatted; run: npm run format')),
    `${files.length} files`,
  );
}

async function findFormatter(root: string): Promise<string | undefined> {
  const tool = findTool(`clang-format-${MAJOR}`, 'clang-format');
  if (tool === undefined) {
    return undefined;
  }
  const { output } = await run(tool, ['--version'], { cwd: root, timeout: 10_000 });
  return new RegExp(`version ${MAJOR}\\.`).test(output) ? tool : undefined;
}
