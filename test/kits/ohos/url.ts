/** `@ohos.url`: URLs by the same standard as the engine's. */
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

class DeviceUrl extends globalThis.URL {
  get params(): URLSearchParams {
    return this.searchParams;
  }

  /** Throws a BusinessError with code 401 for what is no URL. */
  static parseURL(url: string, base?: string): DeviceUrl {
    try {
      return new DeviceUrl(url, base);
    } catch {
      throw parameterError(`'${url}' is no URL`);
    }
  }
}

export default namespace('@ohos.url', { URL: DeviceUrl, URLParams: URLSearchParams, URLSearchParams });
