/** `requireNapi`, a global of ArkTS: loads native modules by their bare names. */

/**
 * Makes the global function. `hilog` means a module of the system, and with `isAppModule` `entry` means libentry.so. As on a
 * device, what cannot be found is undefined, and a line of the log tells why.
 * @param load Loads `@ohos.hilog` or `libentry.so`. Throws when there is none.
 * @param isKnown Tells of such a name whether there is one: what a module throws while it is loaded goes to the caller.
 */
export function installRequireNapi(load: (name: string) => unknown, isKnown: (name: string) => boolean): void {
  const requireNapi = (module: string, isAppModule = false): unknown => {
    const name = isAppModule ? `lib${module}.so` : `@ohos.${module}`;
    if (isKnown(name)) return load(name);
    console.error(`requireNapi('${module}'${isAppModule ? ', true' : ''}): there is no ${name}`);
    return undefined;
  };
  Object.defineProperty(globalThis, 'requireNapi', { value: requireNapi, configurable: true, writable: true });
}
