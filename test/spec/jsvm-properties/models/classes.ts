/** A class of JS itself with the members that a native class is defined with. */
import { runInNewContext } from 'node:vm';
import type { Value } from '../driver.ts';

/** `[kind, name, attributes, value]` */
export type Member = ['method' | 'getter' | 'setter' | 'accessor' | 'value', string, number, Value];

const WRITABLE = 1;
const ENUMERABLE = 2;
const CONFIGURABLE = 4;
const STATIC = 1024;

/** Script that makes the class C in JS, for a fresh context. */
const CLASS = `
  globalThis.C = function C(value) { this.kept = value };
  Object.defineProperty(C, 'prototype', { writable: false });
  for (const [kind, name, attributes, value] of members) {
    const rest = { enumerable: (attributes & ${ENUMERABLE}) !== 0, configurable: (attributes & ${CONFIGURABLE}) !== 0 };
    const writable = (attributes & ${WRITABLE}) !== 0;
    const tell = function () { return this.kept };
    const keep = function (value) { this.kept = value };
    const get = kind === 'getter' || kind === 'accessor' ? tell : undefined;
    const set = kind === 'setter' || kind === 'accessor' ? keep : undefined;
    const data = { value: kind === 'method' ? tell : value, writable, ...rest };
    const target = (attributes & ${STATIC}) !== 0 ? C : C.prototype;
    Object.defineProperty(target, name, get || set ? { get, set, ...rest } : data);
  }
`;

/** What scripts answer one after another in a context with that class. */
export function classAnswers(members: Member[], scripts: string[]): Value[] {
  const context = { members };
  runInNewContext(CLASS, context);
  return scripts.map((script) => runInNewContext(script, context) as Value);
}
