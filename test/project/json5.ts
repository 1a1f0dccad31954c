import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type JSON5 from 'json5';
import { ProjectError } from './errors.ts';
import type { Place } from './errors.ts';

/**
 * Reads a `.json5` file.
 * @throws ProjectError when the file cannot be read, or with line and column when it is not JSON5.
 */
export function readJson5(file: string): unknown {
  return parseJson5(readText(file), file);
}

/**
 * Reads a resource file. These are strict JSON: no comments, no trailing commas.
 * @throws ProjectError when the file cannot be read, or with line and column when it is not JSON.
 */
export function readStrictJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    // The places JSON.parse tells depend on the engine, so the lenient parser is asked first.
    const hint = 'resource files are strict JSON: quoted names, no comments, no trailing commas';
    const lenient = attemptJson5(text);
    if (lenient.error !== undefined)
      throw new ProjectError(file, `${lenient.error.reason}; ${hint}`, lenient.error.place);
    throw new ProjectError(file, `this is JSON5, not JSON; ${hint}`, placeOf(text, error));
  }
}

/**
 * Parses the text of a `.json5` file; `file` is named in errors.
 * @throws ProjectError with line and column.
 */
export function parseJson5(text: string, file: string): unknown {
  const { value, error } = attemptJson5(text);
  if (error !== undefined) throw new ProjectError(file, `${error.reason}; mend the syntax`, error.place);
  return value;
}

/**
 * Reads a text file, without a byte order mark.
 * @throws ProjectError when it cannot be read.
 */
export function readText(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ProjectError(file, code === 'ENOENT' ? 'the file is missing; add it' : `cannot be read (${code})`);
  }
}

// A string, or what JSON lacks of the usual JSON5: a comment, or a comma before a closing bracket.
const token =
  /"(?:\\[^\n]|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<![[{]\s*),(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g;

/**
 * Most project files are JSON with comments and trailing commas, which the built-in parser reads many times faster once
 * these are gone. Undefined when there is more to it, or a fault: then the real parser has to look.
 */
function parseQuickly(text: string): Attempt | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(token, (found) => (found.startsWith('"') ? found : ' ')));
    return { value };
  } catch {
    return undefined;
  }
}

interface Attempt {
  value?: unknown;
  error?: { reason: string; place: Place };
}

function attemptJson5(text: string): Attempt {
  const quick = parseQuickly(text);
  if (quick !== undefined) return quick;
  const json5: typeof JSON5 = createRequire(import.meta.url)('json5');
  try {
    return { value: json5.parse<unknown>(text) };
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^JSON5: /, '').replace(/ at \d+:\d+$/, '') : String(error);
    return { error: { reason, place: numbers(error) } };
  }
}

function numbers(error: unknown): Place {
  const place: Place = {};
  if (typeof error === 'object' && error !== null) {
    if ('lineNumber' in error && typeof error.lineNumber === 'number') place.line = error.lineNumber;
    if ('columnNumber' in error && typeof error.columnNumber === 'number') place.column = error.columnNumber;
  }
  return place;
}

/** The place JSON.parse names by `position N`, when it names one. */
function placeOf(text: string, error: unknown): Place {
  const match = error instanceof Error ? /position (\d+)/.exec(error.message) : null;
  if (match === null) return {};
  const before = text.slice(0, Number(match[1])).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
