/** The forms in which system APIs offer a function: at once, by a promise, or with a callback. */
import { BusinessError } from './business-error.ts';
import { call } from './call.ts';

export type Callback = (error: unknown, data?: unknown) => void;

/** Codes of wrong arguments, which are thrown even by functions that give a promise. */
const argumentCodes = new Set([401, 13900020]);

/**
 * Runs something at once, and hands the result over later: to a callback, whose error is undefined when there was none, or
 * by a promise. Wrong arguments are thrown.
 */
export function later<T>(run: () => T | Promise<T>, callback?: Callback): Promise<T> | undefined {
  let result: Promise<T>;
  try {
    result = Promise.resolve(run());
  } catch (error) {
    if (error instanceof BusinessError && argumentCodes.has(error.code)) throw error;
    result = Promise.reject(error as Error);
  }
  if (callback === undefined) return result;
  result.then(
    (data) => call(callback, undefined, data),
    (error: unknown) => call(callback, error),
  );
  return undefined;
}

/** Takes the callback off the end of the arguments, if there is one. */
export function splitCallback(values: unknown[]): [values: unknown[], callback: Callback | undefined] {
  const last = values.at(-1);
  return typeof last === 'function' ? [values.slice(0, -1), last as Callback] : [values, undefined];
}

type Functions = Record<string, (...values: never[]) => unknown>;
/** Each function under its name with `Sync`. */
export type SyncForms<F extends Functions> = { [Name in keyof F & string as `${Name}Sync`]: F[Name] };
/** A function with a callback at the end, or a promise. */
export type AsyncForm<F extends (...values: never[]) => unknown> = (
  ...values: [...Parameters<F>, callback?: Callback]
) => Promise<Awaited<ReturnType<F>>>;
export type AsyncForms<F extends Functions> = { [Name in keyof F]: AsyncForm<F[Name]> };

/** Makes the asynchronous form of a function. */
export function asyncForm<F extends (...values: never[]) => unknown>(run: F): AsyncForm<F> {
  const form = (...all: unknown[]): unknown => {
    const [values, callback] = splitCallback(all);
    return later(() => run(...(values as never[])), callback);
  };
  return form as AsyncForm<F>;
}

/** Makes both forms of functions, by the names of the asynchronous ones. @param translate Runs a function. */
export function bothForms<F extends Functions>(
  functions: F,
  translate: (run: () => unknown) => unknown = (run) => run(),
): SyncForms<F> & AsyncForms<F> {
  const forms: Record<string, unknown> = {};
  for (const [name, run] of Object.entries(functions)) {
    const sync = (...values: never[]): unknown => translate(() => run(...values));
    forms[`${name}Sync`] = sync;
    forms[name] = asyncForm(sync);
  }
  return forms as SyncForms<F> & AsyncForms<F>;
}
