/** JSON with whole numbers of any size: what `@ohos.util.json` and `ArkTSUtils.ASON` read and write alike. */
import { BusinessError, parameterError } from './business-error.ts';
import { shown } from './container-checks.ts';

/** What becomes of whole numbers: numbers; BigInts where a number is not exact; always BigInts. */
export const BigIntMode = { DEFAULT: 0, PARSE_AS_BIGINT: 1, ALWAYS_PARSE_AS_BIGINT: 2 } as const;

export interface ParseOptions {
  bigIntMode?: number;
}

export type Reviver = (this: unknown, key: string, value: unknown) => unknown;
export type Replacer = ((this: unknown, key: string, value: unknown) => unknown) | readonly (string | number)[] | null;

/** The engine tells a reviver how a primitive was written, and takes numbers by their text. Its types do not know it yet. */
type SourceReviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;
interface EngineJson {
  rawJSON(text: string): object;
}

/** Parses a text. Errors have the code 401. */
export function parse(text: string, reviver?: Reviver | null, options?: ParseOptions): unknown {
  if (typeof text !== 'string') throw parameterError(`The type of ${shown(text)} must be string`);
  if (reviver !== undefined && reviver !== null && typeof reviver !== 'function') {
    throw parameterError(`The type of ${shown(reviver)} must be Function`);
  }
  const mode = options?.bigIntMode ?? BigIntMode.DEFAULT;
  const whole = (value: unknown, source: string | undefined): unknown => {
    if (typeof value !== 'number' || source === undefined || !/^-?\d+$/.test(source)) return value;
    const isExact = Number.isSafeInteger(value);
    return mode === BigIntMode.ALWAYS_PARSE_AS_BIGINT || !isExact ? BigInt(source) : value;
  };
  const revive: SourceReviver = function (key, value, { source }) {
    const read = mode === BigIntMode.DEFAULT ? value : whole(value, source);
    return reviver === undefined || reviver === null ? read : reviver.call(this, key, read);
  };
  const isPlain = mode === BigIntMode.DEFAULT && (reviver === undefined || reviver === null);
  try {
    return JSON.parse(text, isPlain ? undefined : (revive as Reviver)) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BusinessError(401, error.message);
  }
}

/** The text of a value; undefined for what has none. BigInts are written as numbers. */
export function stringify(value: unknown, replacer?: Replacer, space?: string | number): string | undefined {
  const call = typeof replacer === 'function' ? replacer : undefined;
  const names = Array.isArray(replacer) ? new Set((replacer as readonly unknown[]).map(String)) : undefined;
  const replace: Reviver = function (key, given) {
    // The list of names chooses members of objects, not of arrays.
    if (names !== undefined && key !== '' && !Array.isArray(this) && !names.has(key)) return undefined;
    const next = call === undefined ? given : call.call(this, key, given);
    return typeof next === 'bigint' ? (JSON as unknown as EngineJson).rawJSON(String(next)) : next;
  };
  return JSON.stringify(value, replace, space) as string | undefined;
}
