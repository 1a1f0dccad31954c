/** The error that system APIs throw and hand to callbacks. */
import { call } from './call.ts';

/** Made by system APIs; its code is what the documentation names. */
export class BusinessError<T = void> extends Error {
  override readonly name = 'BusinessError';
  code: number;
  data: T;

  constructor(code: number, message: string, data?: T) {
    super(message);
    this.code = code;
    this.data = data as T;
  }
}

/** A parameter of a wrong kind: code 401, as documented for all system APIs. */
export function parameterError(message: string): BusinessError {
  return new BusinessError(401, `Parameter error. ${message}`);
}

/** As `withCallback`, of modules of ArkUI: no error is undefined. */
export function withPlainCallback<T>(
  promise: Promise<T>,
  callback?: (error: unknown, data: T | undefined) => void,
): Promise<T> | undefined {
  if (callback === undefined) return promise;
  promise.then(
    (data) => callback(undefined, data),
    (error: unknown) => callback(error, undefined),
  );
  return undefined;
}

/** `(error, data)` callbacks and promises from one implementation, as most system APIs offer both. */
export function withCallback<T>(
  promise: Promise<T>,
  callback?: (error: unknown, data: T | undefined) => void,
): Promise<T> | undefined {
  if (callback === undefined) return promise;
  promise.then(
    (data) => call(callback, { code: 0 }, data),
    (error: unknown) => call(callback, error, undefined),
  );
  return undefined;
}
