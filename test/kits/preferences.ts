/** Preferences: values by key, in memory until they are flushed to a file. */
import { deserialize, serialize } from 'node:v8';
import * as fs from 'node:fs';
import { parameterError } from './business-error.ts';
import { call } from './call.ts';
import { bothForms } from './callbacks.ts';
import { namespace } from './namespace.ts';

/** What may be stored. */
type Value = number | string | boolean | bigint | Uint8Array | readonly unknown[] | object;

const longestKey = 1024;
const longestText = 16 * 1024 * 1024;

type Change = (key: string) => void;
type DataChange = (data: Record<string, unknown>) => void;

function checkKey(key: unknown): string {
  if (typeof key === 'string' && key !== '' && key.length <= longestKey) return key;
  throw parameterError(`The key must be a string of 1 to ${longestKey} characters.`);
}

/** A copy that later changes of the original do not reach; objects are kept as JSON. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) || ArrayBuffer.isView(value) ? structuredClone(value) : JSON.parse(JSON.stringify(value));
}

function checkValue(value: unknown): unknown {
  const long = typeof value === 'string' && value.length > longestText;
  if (value === undefined || value === null || typeof value === 'function' || typeof value === 'symbol' || long)
    throw parameterError('The value must be a ValueType.');
  return copyOf(value);
}

/** What the synchronous and the asynchronous forms do. */
function functions(file: string) {
  let values = read(file);
  let changed = new Set<string>();
  const changes = new Set<Change>();
  const dataChanges = new Map<DataChange, Set<string>>();

  const set = (key: string, value: unknown): void => {
    values.set(key, value);
    changed.add(key);
  };
  const tell = (): void => {
    const keys = [...changed];
    changed = new Set();
    // One that throws must not keep the change from the others.
    for (const key of keys) for (const listener of changes) call(listener, key);
    for (const [listener, wanted] of dataChanges) {
      const some = keys.filter((key) => wanted.has(key));
      if (some.length > 0) call(listener, Object.fromEntries(some.map((key) => [key, copyOf(values.get(key))])));
    }
  };
  return {
    changes,
    dataChanges,
    forms: bothForms({
      get: (key: string, standard: Value): unknown => {
        checkKey(key);
        return values.has(key) ? copyOf(values.get(key)) : standard;
      },
      getAll: (): object => Object.fromEntries([...values].map(([key, value]) => [key, copyOf(value)])),
      has: (key: string): boolean => values.has(checkKey(key)),
      put: (key: string, value: Value): void => {
        checkKey(key);
        const copy = checkValue(value);
        // What is the same is no change.
        if (!values.has(key) || !serialize(values.get(key)).equals(serialize(copy))) set(key, copy);
      },
      delete: (key: string): void => {
        if (values.delete(checkKey(key))) changed.add(key);
      },
      clear: (): void => {
        for (const key of values.keys()) changed.add(key);
        values = new Map();
      },
      flush: (): void => {
        fs.writeFileSync(`${file}.new`, serialize(values));
        fs.renameSync(`${file}.new`, file);
        tell();
      },
    }),
  };
}

function read(file: string): Map<string, unknown> {
  return fs.existsSync(file) ? (deserialize(fs.readFileSync(file)) as Map<string, unknown>) : new Map();
}

/** An instance; `multiProcessChange` is for changes of other processes, of which there are none. */
function create(file: string) {
  const { changes, dataChanges, forms } = functions(file);
  return namespace('preferences.Preferences', {
    ...forms,
    on(kind: string, keysOrListener: unknown, listener?: unknown): void {
      const [last, keys] = listener === undefined ? [keysOrListener, []] : [listener, keysOrListener];
      if (typeof last !== 'function') throw parameterError('The callback must be a function.');
      if (kind === 'change') changes.add(last as Change);
      else if (kind === 'dataChange') {
        if (!Array.isArray(keys) || keys.length === 0) throw parameterError('The keys must be an array of strings.');
        const known = dataChanges.get(last as DataChange) ?? new Set();
        dataChanges.set(last as DataChange, new Set([...known, ...keys.map(checkKey)]));
      } else if (kind !== 'multiProcessChange') throw parameterError(`There is no event '${kind}'.`);
    },
    /** Without a listener all of the kind go; without keys, all keys of the listener. */
    off(kind: string, keysOrListener?: unknown, listener?: unknown): void {
      const keys = Array.isArray(keysOrListener) ? new Set(keysOrListener.map(checkKey)) : undefined;
      const last = keys === undefined ? keysOrListener : listener;
      if (kind === 'change') {
        if (last === undefined) changes.clear();
        else changes.delete(last as Change);
      } else if (kind === 'dataChange') {
        for (const [known, wanted] of [...dataChanges]) {
          if (last !== undefined && last !== known) continue;
          const rest = new Set([...wanted].filter((key) => keys !== undefined && keys.size > 0 && !keys.has(key)));
          if (rest.size === 0) dataChanges.delete(known);
          else dataChanges.set(known, rest);
        }
      } else if (kind !== 'multiProcessChange') throw parameterError(`There is no event '${kind}'.`);
    },
  });
}

export type Preferences = ReturnType<typeof create>;

/** Those in use, by their files. */
const open = new Map<string, Preferences>();

/** The one instance for a file. */
export function preferencesOf(file: string): Preferences {
  const known = open.get(file) ?? create(file);
  open.set(file, known);
  return known;
}

/** Forgets what was not flushed; the next one reads the file. */
export function forgetPreferences(file: string): void {
  open.delete(file);
}
