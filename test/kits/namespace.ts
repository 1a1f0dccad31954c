/** Namespaces of system modules: a member that the host does not have is an error with a name, never `undefined`. */
import { ownPlaces } from '../build/own.ts';

/** Asked for by the language, by promises and by printing, not by the code under test. */
const silent = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  '$$typeof',
  'default',
  'inspect',
  'asymmetricMatch',
]);

/**
 * Wraps the members of a system module.
 * @param module As imported: `@ohos.hilog`.
 */
export function namespace<T extends object>(module: string, members: T): T {
  return new Proxy(members, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || silent.has(name) || name in target)
        return Reflect.get(target, name, receiver) as unknown;
      throw new Error(
        `${module} has no member '${name}' on the host${asker()} (it has ${memberNames(target).join(', ')})`,
      );
    },
  });
}

/** Own members, and the methods of a class. */
function memberNames(target: object): string[] {
  const prototype = Object.getPrototypeOf(target) as object;
  const methods = prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype);
  return [...Object.keys(target), ...methods.filter((name) => name !== 'constructor')];
}

/** The line that asked, as `, used at /path/File.ets:3:5`: the first one outside of arkhost. */
function asker(): string {
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  const line = lines.find(
    (text) => /[(\s](?:file:\/\/)?\//.test(text) && !ownPlaces.some((place) => text.includes(place)),
  );
  const place = line === undefined ? null : /(?:file:\/\/)?(\/[^()]*:\d+:\d+)\)?$/.exec(line);
  return place === null ? '' : `, used at ${place[1] ?? ''}`;
}
