/** `@ohos.url`: URLs by the same standard as the engine's. */
import { BusinessError, parameterError } from '../business-error.ts';
import { shown } from '../container-checks.ts';
import { namespace } from '../namespace.ts';

type Init = ConstructorParameters<typeof globalThis.URLSearchParams>[0];

function checkText(...values: unknown[]): void {
  for (const value of values) {
    if (typeof value !== 'string') throw parameterError(`The type of ${shown(value)} must be string`);
  }
}

class DeviceParams extends globalThis.URLSearchParams {
  constructor(init?: Init | null) {
    if (init === null || !['undefined', 'string', 'object'].includes(typeof init)) {
      throw parameterError('The type of init must be string two-dimensional array or object list or string');
    }
    try {
      super(init ?? '');
    } catch {
      throw parameterError('The type of init must be string two-dimensional array');
    }
  }

  override append(name: string, value: string): void {
    checkText(name, value);
    super.append(name, value);
  }

  override delete(name: string): void {
    checkText(name);
    super.delete(name);
  }

  override get(name: string): string | null {
    checkText(name);
    return super.get(name);
  }

  override getAll(name: string): string[] {
    checkText(name);
    return super.getAll(name);
  }

  override has(name: string): boolean {
    checkText(name);
    return super.has(name);
  }

  override set(name: string, value: string): void {
    checkText(name, value);
    super.set(name, value);
  }

  override forEach(call: (value: string, key: string, params: URLSearchParams) => void, self?: unknown): void {
    if (typeof call !== 'function') throw parameterError(`The type of ${shown(call)} must be function`);
    super.forEach(call, self);
  }
}

class DeviceUrl extends globalThis.URL {
  /** Without a text there is nothing to be read yet; `parseURL` gives a URL. */
  constructor(url?: string, base?: string | globalThis.URL) {
    if (url !== undefined) checkText(url);
    if (base !== undefined && !(base instanceof globalThis.URL)) checkText(base);
    try {
      super(url ?? 'about:blank', base);
    } catch {
      throw new BusinessError(10200002, 'Syntax Error. Invalid Url string');
    }
  }

  /** A list that is part of the URL: what changes in it changes the text of the URL. */
  get params(): DeviceParams {
    const params = this.searchParams;
    // The engine ties its own object to the URL; it gets the checks of this one.
    return Object.setPrototypeOf(params, DeviceParams.prototype as object) as DeviceParams;
  }

  /** Throws a BusinessError with code 10200002 for what is no URL. */
  static parseURL(url: string, base?: string | globalThis.URL): DeviceUrl {
    checkText(url);
    return new DeviceUrl(url, base);
  }
}

export default namespace('@ohos.url', { URL: DeviceUrl, URLParams: DeviceParams, URLSearchParams: DeviceParams });
