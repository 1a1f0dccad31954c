/**
 * Log formats of the native module. The compiler checks types and counts, but takes any word for a qualifier, and a
 * conversion without one, which the device prints as `<private>`.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judge } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { listFiles } from './files.ts';

export const logFormats: Check = { name: 'log-formats', title: 'hilog formats in C++', run: runLogFormats };

async function runLogFormats(context: CheckContext): Promise<Outcome> {
  const files = await listFiles(context.root, ['native/**/*.cpp', 'native/**/*.h']);
  const findings: string[] = [];
  for (const file of files) {
    const source = await readFile(join(context.root, file), 'utf8');
    findings.push(...logFormatFindings(source).map(({ line, message }) => `${file}:${line}: ${message}`));
  }
  return judge(findings, `${files.length} files`);
}

/** Conversions in calls of `OH_LOG_...` that say neither `%{public}` nor `%{private}`; lines count from 1. */
export function logFormatFindings(source: string): Array<{ line: number; message: string }> {
  const findings: Array<{ line: number; message: string }> = [];
  for (const call of source.matchAll(/\bOH_LOG_\w+\s*\([^;]*;/g)) {
    for (const literal of call[0].matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      // `%%` is a percent sign, not a conversion.
      const text = (literal[1] ?? '').replaceAll('%%', '');
      for (const conversion of text.matchAll(/%(?!\{(?:public|private)\})(\{\w*\}?)?/g)) {
        const line = source.slice(0, call.index + literal.index).split('\n').length;
        const found = conversion[1] === undefined ? 'a conversion without qualifier' : `the qualifier ${conversion[1]}`;
        findings.push({ line, message: `${found} in "${literal[1] ?? ''}"; write %{public} or %{private}` });
      }
    }
  }
  return findings;
}
