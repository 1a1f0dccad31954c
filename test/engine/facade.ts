/**
 * Modules that code under test imports and that are no files of its own: kits, hypium, the component runtime, native
 * libraries. Each gets the source of an ES module that takes its exports from here; what stands behind it is loaded once,
 * however it is asked for.
 */

/** Where the generated sources find the exports; a symbol, so that the code under test does not meet it. */
const key = Symbol.for('arkhost.exports');

/** Gives the exports of a module by its URL. */
type Exporter = (url: string) => Record<string, unknown>;

/** Sets what generated modules of this thread ask for their exports. */
export function serveExports(exporter: Exporter): void {
  Object.defineProperty(globalThis, key, { value: exporter, configurable: true });
}

/**
 * Source of a module with the default and all named exports of `exports`.
 * @param url What the exporter is asked for.
 */
export function facadeSource(url: string, exports: Record<string, unknown>, main: string): string {
  // Not Object.keys: napi_default, which most native modules use, makes properties that are not enumerable.
  const names = Object.getOwnPropertyNames(exports).filter((name) => name !== 'default');
  const lines = names.map((name, index) => {
    const text = JSON.stringify(name);
    return `const v${index} = m[${text}]; export { v${index} as ${text} };`;
  });
  const head = `const m = globalThis[Symbol.for('arkhost.exports')](${JSON.stringify(url)});`;
  return [head, main, ...lines].join('\n');
}
