/** Formatting of ArkTS, TypeScript and JavaScript by oxk. It only formats, so texts are compared here. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judge, skip } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { listFiles } from './files.ts';
import { loadFormatter } from './formatter.ts';
import type { Formatter } from './formatter.ts';

const STYLE = { singleQuote: true, printWidth: 120 };
/** The launcher's second line is a shell script as well as JavaScript, and would not be one any more. */
const LEFT_ALONE = new Set(['test/bin/arkhost.js']);
/** A text that is far from its form may need more than one pass. */
const PASSES = 4;

/** Formatting of the .ets files. */
export const formatArkts: Check = {
  name: 'format-arkts',
  title: 'ArkTS formatting (oxk)',
  run: (context) => checkFiles(context, ['entry/**/*.ets', 'examples/**/*.ets', 'test/ets-types/**/*.ets']),
};

/** Formatting of the harness itself. */
export const formatTypeScript: Check = {
  name: 'format-ts',
  title: 'TypeScript formatting (oxk)',
  run: (context) =>
    checkFiles(context, [
      'test/**/*.ts',
      'test/**/*.js',
      'bench/**/*.ts',
      'bench/**/*.js',
      'docs/**/*.mjs',
      'entry/**/*.ts',
      'examples/**/*.ts',
      '*.ts',
    ]),
};

async function checkFiles(context: CheckContext, patterns: string[]): Promise<Outcome> {
  const format = loadFormatter();
  if (format === undefined) {
    return skip(`oxk has no package for ${process.platform} ${process.arch}`);
  }
  const files = (await listFiles(context.root, patterns)).filter((file) => !LEFT_ALONE.has(file));
  const findings: string[] = [];
  for (const file of files) {
    const path = join(context.root, file);
    const source = await readFile(path, 'utf8');
    const { code, errors } = await formatText(format, file, source);
    if (errors.length > 0) {
      findings.push(`${file}: cannot be parsed: ${errors.join('; ')}`);
    } else if (code !== source && context.write) {
      await writeFile(path, code);
    } else if (code !== source) {
      findings.push(`${file}:${firstDifference(source, code)}: not formatted; run: npm run format`);
    }
  }
  return judge(findings, `${files.length} files`);
}

/** The formatted text of a file, or the source and the reasons why it cannot be parsed. */
export async function formatText(
  format: Formatter,
  file: string,
  source: string,
): Promise<{ code: string; errors: string[] }> {
  let code = source;
  for (let passes = 0; passes < PASSES; passes++) {
    const result = await format(file, code, STYLE);
    if (result.errors.length > 0) {
      return { code: source, errors: result.errors };
    }
    if (result.code === code) {
      break;
    }
    code = result.code;
  }
  return { code, errors: [] };
}

/** The line, from 1, at which two texts part. */
export function firstDifference(a: string, b: string): number {
  const left = a.split('\n');
  const right = b.split('\n');
  const at = left.findIndex((line, index) => line !== right[index]);
  return (at < 0 ? left.length : at) + 1;
}
