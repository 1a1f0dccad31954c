/** The source around the place where a failure came from. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Packages, the system, arkhost's bundles, and the host NDK, which aborts on behalf of the code that misused it. */
const foreign = /\/node_modules\/|^\/usr\/|\/test\/ndk\/|\/code\/\w+\/(?:cli|engine)\.\w+\.cjs$/;
/** What throws on behalf of the code that called it. */
const own = ['kits', 'engine'].map((folder) => join(dirname(import.meta.dirname), folder, '/'));

/** `path:line:column` of the first stack frame in a file of the user. */
export function firstPlace(stack: string): { file: string; line: number; column: number } | undefined {
  for (const text of stack.split('\n')) {
    const match = /(?:^|[\s(])(\/[^:]+\.\w+):(\d+)(?::(\d+))?\)?\s*$/.exec(text);
    const file = match?.[1] ?? '';
    if (match === null || foreign.test(file) || own.some((folder) => file.startsWith(folder))) continue;
    return { file, line: Number(match[2]), column: Number(match[3] ?? 0) };
  }
  return undefined;
}

/** The line of a place with one line before and after it and a mark under the column; empty when the file cannot be read. */
export function codeFrame(stack: string): string {
  const place = firstPlace(stack);
  if (place === undefined) return '';
  let lines: string[];
  try {
    lines = readFileSync(place.file, 'utf8').split('\n');
  } catch {
    return '';
  }
  const first = Math.max(1, place.line - 1);
  const last = Math.min(lines.length, place.line + 1);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const mark = number === place.line ? '>' : ' ';
    frame.push(`${mark} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`.trimEnd());
    if (number === place.line && place.column > 0)
      frame.push(`  ${' '.repeat(width)} | ${' '.repeat(place.column - 1)}^`);
  }
  return frame.join('\n');
}
