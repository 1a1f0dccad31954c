/** Values of a store, on their way to SQLite and back. */
import type { SQLInputValue } from 'node:sqlite';
import { parameterError } from '../business-error.ts';

/** `ValueType`. */
export type Value = null | number | string | boolean | bigint | Uint8Array | Float32Array;
export type ValuesBucket = Record<string, Value>;

/** What SQLite is given: whole numbers as integers, truth values as 0 and 1. */
export function toSqlite(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Float32Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw parameterError('The value must be a ValueType.');
}

/** What SQLite gives: integers as numbers, where they keep their value. */
export function fromSqlite(value: unknown): Value {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return value as Value;
}

/** The arguments of a statement. */
export function bound(values: unknown): SQLInputValue[] {
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw parameterError('The bindArgs must be an array of ValueType.');
  return values.map(toSqlite);
}

/** The columns and values of a row; undefined values are left out. */
export function entriesOf(values: unknown): [string, SQLInputValue][] {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw parameterError('The values must be a ValuesBucket.');
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, toSqlite(value)]);
}
