/** The files that a check looks at: what Git tracks or would track, so that caches and build trees stay out. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './process.ts';

/**
 * Paths relative to `root` that match one of the Git path patterns (`entry/**\/*.ets`), sorted. Files that are new and
 * not ignored count; files deleted but still tracked do not. Throws when Git cannot list them.
 */
export async function listFiles(root: string, patterns: string[]): Promise<string[]> {
  const specs = patterns.map((pattern) => `:(glob)${pattern}`);
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...specs];
  const { code, output, stdout } = await run('git', args, { cwd: root, timeout: 60_000 });
  if (code !== 0) {
    throw new Error(`git ls-files failed in ${root}; the checks need a Git working tree:\n${output}`);
  }
  return stdout
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .sort();
}
