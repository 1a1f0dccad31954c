/**
 * Messages between threads. What the engine copies loses its class; sendable values keep theirs: they travel as plain
 * records and are put together again on arrival.
 */
import { fileURLToPath } from 'node:url';
import { isOfSendableClass, originOfClass, sendableClassOf } from './sendable-classes.ts';
import type { Origin } from './sendable-classes.ts';
import { carriers } from './sendable-carriers.ts';
import type { Carried } from './sendable-carriers.ts';
import { host } from './host.ts';
import { isMarked, markSendable } from './sendable.ts';

/** Tells a record from an object of the code under test. */
const mark = '\u0000arkhost.sendable';

interface InstanceRecord {
  [mark]: 'instance';
  origin: Origin;
  fields: Record<string, unknown>;
}
interface ObjectRecord {
  [mark]: 'object';
  fields: Record<string, unknown>;
}
interface CarriedRecord {
  [mark]: 'carried';
  content: Carried;
}
type SendableRecord = InstanceRecord | ObjectRecord | CarriedRecord;

type Change = (value: object, next: (value: unknown) => unknown) => object | undefined;

/** The value with its sendable parts as records; the same value when there are none. */
export function pack(value: unknown): unknown {
  return holds(value, (part) => isMarked(part) || isOfSendableClass(part)) ? copy(value, toRecord) : value;
}

/** The value as it was before `pack` in the other thread. */
export function unpack(value: unknown): unknown {
  return holds(value, (part) => mark in part) ? copy(value, fromRecord) : value;
}

function toRecord(value: object, next: (value: unknown) => unknown): object | undefined {
  const content = carriers.take(value, next);
  if (content !== undefined) return { [mark]: 'carried', content } satisfies CarriedRecord;
  const origin = originOfClass(value);
  if (origin !== undefined) {
    return { [mark]: 'instance', origin, fields: fieldsOf(value, next) } satisfies InstanceRecord;
  }
  return isMarked(value) ? ({ [mark]: 'object', fields: fieldsOf(value, next) } satisfies ObjectRecord) : undefined;
}

function fromRecord(value: object, next: (value: unknown) => unknown): object | undefined {
  if (!(mark in value)) return undefined;
  const record = value as SendableRecord;
  if (record[mark] === 'carried') return carriers.make(record.content, next);
  const fields = fieldsOf(record.fields, next);
  if (record[mark] === 'object') return Object.seal(markSendable(fields));
  return Object.seal(Object.assign(Object.create(classOf(record.origin)) as object, fields));
}

/** The prototype of the class; its file is loaded when this thread has not done so. */
function classOf(origin: Origin): object {
  if (sendableClassOf(origin) === undefined) host().requireFile(fileURLToPath(origin.url));
  const found = sendableClassOf(origin);
  if (found === undefined) throw new Error(`${origin.url} has no @Sendable class ${origin.name}`);
  return found;
}

function fieldsOf(value: object, next: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, next(field)]));
}

/** Objects whose parts are looked at; all others are the engine's to copy. */
function isOpen(value: object): boolean {
  return !(
    ArrayBuffer.isView(value) ||
    value instanceof ArrayBuffer ||
    value instanceof SharedArrayBuffer ||
    value instanceof Error ||
    value instanceof Date ||
    value instanceof RegExp ||
    typeof value === 'function'
  );
}

function partsOf(value: object): readonly unknown[] {
  if (value instanceof Map) return [...value].flat();
  if (value instanceof Set) return [...value];
  return Object.values(value);
}

function holds(value: unknown, wanted: (part: object) => boolean, seen = new Set<object>()): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  if (wanted(value)) return true;
  seen.add(value);
  return isOpen(value) && partsOf(value).some((part) => holds(part, wanted, seen));
}

/** A copy with other objects in the place of some; what is the same object twice stays so. */
function copy(whole: unknown, change: Change): unknown {
  const known = new Map<object, object>();
  const next = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const changed = change(value, next);
    if (changed !== undefined) {
      known.set(value, changed);
      return changed;
    }
    if (!isOpen(value)) return value;
    const fresh: object = value instanceof Map ? new Map() : value instanceof Set ? new Set() : empty(value);
    known.set(value, fresh);
    if (value instanceof Map)
      for (const [key, part] of value) (fresh as Map<unknown, unknown>).set(next(key), next(part));
    else if (value instanceof Set) for (const part of value) (fresh as Set<unknown>).add(next(part));
    else for (const [key, part] of Object.entries(value)) Reflect.set(fresh, key, next(part));
    return fresh;
  };
  return next(whole);
}

function empty(value: object): object {
  return Array.isArray(value) ? new Array<unknown>(value.length) : {};
}
