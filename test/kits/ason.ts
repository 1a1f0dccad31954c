/** `ArkTSUtils.ASON`: JSON that is read into sendable objects. */
import { Array as SendableArray, elementsOf } from './collections-array.ts';
import { Map as SendableMap, Set as SendableSet } from './collections-maps.ts';
import * as values from './json-values.ts';
import { markSendable } from './sendable.ts';

export const ParseReturnType = { OBJECT: 0, MAP: 1 } as const;

interface ParseOptions extends values.ParseOptions {
  parseReturnType?: number;
}

/** Objects become sendable objects or a collections.Map, arrays a collections.Array. */
export function parse(text: string, reviver?: values.Reviver | null, options?: ParseOptions): unknown {
  const isMap = options?.parseReturnType === ParseReturnType.MAP;
  return made(values.parse(text, reviver, options), isMap);
}

function made(value: unknown, isMap: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return SendableArray.from(value.map((part) => made(part, isMap)));
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [name, made(part, isMap)]);
  if (isMap) return new SendableMap(entries);
  return Object.seal(markSendable(Object.fromEntries(entries)));
}

export function stringify(value: unknown, replacer?: values.Replacer): string | undefined {
  return values.stringify(plain(value), replacer);
}

/** Ordinary objects in the place of sendable containers. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const elements = elementsOf(value);
  if (elements !== undefined) return elements.map(plain);
  if (value instanceof SendableMap)
    return Object.fromEntries([...value].map(([key, part]) => [String(key), plain(part)]));
  if (value instanceof SendableSet) return [...(value as Iterable<unknown>)].map(plain);
  if (ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
