/** Namespaces of system modules: a member that the host does not have is an error with a name, never `undefined`. */

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
      throw new Error(`${module} has no member '${name}' on the host (it has ${memberNames(target).join(', ')})`);
    },
  });
}

/** Own members, and the methods of a class. */
function memberNames(target: object): string[] {
  const prototype = Object.getPrototypeOf(target) as object;
  const methods = prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype);
  return [...Object.keys(target), ...methods.filter((name) => name !== 'constructor')];
}
