/** `@ohos.util`: text coding, base64, UUIDs, formatting, a cache, numbers and scopes. */
import { types as engineTypes } from 'node:util';
import { namespace } from '../namespace.ts';
import { Base64Helper, Type } from '../util-base64.ts';
import { LRUCache } from '../util-cache.ts';
import * as functions from '../util-functions.ts';
import { RationalNumber, ScopeHelper } from '../util-numbers.ts';
import { StringDecoder, TextDecoder, TextEncoder } from '../util-text.ts';

/** `new util.types()`: what kind of object a value is. */
class DeviceTypes {}
for (const [name, check] of Object.entries(engineTypes)) {
  // These two are no checks of the device.
  if (name === 'isKeyObject' || name === 'isCryptoKey') continue;
  Object.defineProperty(DeviceTypes.prototype, name, { value: check, writable: true, configurable: true });
}

const { format, promisify, errnoToString } = functions;

export default namespace('@ohos.util', {
  ...functions,
  printf: format,
  getErrorString: errnoToString,
  promiseWrapper: promisify,
  TextEncoder,
  TextDecoder,
  StringDecoder,
  Base64Helper,
  /** The name before API 9, as the next three. */
  Base64: Base64Helper,
  LruBuffer: LRUCache,
  Scope: ScopeHelper,
  LRUCache,
  RationalNumber,
  ScopeHelper,
  Type,
  types: DeviceTypes as unknown as new () => typeof engineTypes,
});
