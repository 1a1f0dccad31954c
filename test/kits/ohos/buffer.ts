/** `@ohos.buffer`: the engine's buffers, which have the same members, with the device's errors. */
import { Blob, Buffer, transcode } from 'node:buffer';
import { BusinessError, parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

type Method = (this: unknown, ...values: unknown[]) => unknown;

const codes: Record<string, number> = {
  ERR_OUT_OF_RANGE: 10200001,
  ERR_BUFFER_OUT_OF_BOUNDS: 10200001,
  ERR_INVALID_BUFFER_SIZE: 10200009,
};

/** The device's error for one of the engine's buffers. */
function translated(error: unknown): unknown {
  const { code, message } = error as Error & { code?: string };
  const text = message.replace(/(\d)_(?=\d)/g, '$1').replace(/Received ([^R]+)$/, 'Received value is: $1');
  if (code !== undefined && code in codes) return new BusinessError(codes[code] as number, text);
  return error instanceof TypeError || code !== undefined ? parameterError(text) : error;
}

/** A function of the engine with the device's errors, whose buffers are those of the device. */
function adapted(name: string, run: Method): Method {
  const method: Method = function (...values) {
    try {
      return own(run.apply(this, values));
    } catch (error) {
      throw translated(error);
    }
  };
  Object.defineProperty(method, 'name', { value: name });
  return method;
}

function own(value: unknown): unknown {
  if (!Buffer.isBuffer(value) || value instanceof DeviceBuffer) return value;
  return Object.setPrototypeOf(value, DeviceBuffer.prototype as object) as unknown;
}

/** Instances are made by the functions below. */
abstract class DeviceBuffer {}
Object.setPrototypeOf(DeviceBuffer.prototype, Buffer.prototype);

for (const name of Object.getOwnPropertyNames(Buffer.prototype)) {
  const method = Object.getOwnPropertyDescriptor(Buffer.prototype, name)?.value as unknown;
  if (name === 'constructor' || typeof method !== 'function') continue;
  Object.defineProperty(DeviceBuffer.prototype, name, {
    value: adapted(name, method as Method),
    writable: true,
    configurable: true,
  });
}
for (const name of ['length', 'buffer', 'byteOffset']) {
  Object.defineProperty(DeviceBuffer.prototype, name, {
    get(this: unknown) {
      return Reflect.get(Uint8Array.prototype, name, this) as unknown;
    },
    set() {
      throw new BusinessError(10200013, `Cannot set property ${name} of Buffer which has only a getter`);
    },
    configurable: true,
  });
}

function checkSize(size: unknown): void {
  if (typeof size !== 'number' || !(size >= 0)) {
    throw parameterError(`The type of "size" must be number that is not negative. Received value is: ${String(size)}`);
  }
}

function sized(make: (size: number, ...more: never[]) => unknown): Method {
  return (size, ...more) => {
    checkSize(size);
    return make(size as number, ...(more as never[]));
  };
}

/** Typed as the engine's, whose members they have. */
const functions = {
  alloc: adapted('alloc', sized(Buffer.alloc)) as unknown as typeof Buffer.alloc,
  allocUninitialized: adapted('allocUninitialized', sized(Buffer.allocUnsafeSlow)) as typeof Buffer.allocUnsafe,
  allocUninitializedFromPool: adapted(
    'allocUninitializedFromPool',
    sized(Buffer.allocUnsafe),
  ) as typeof Buffer.allocUnsafe,
  byteLength: adapted('byteLength', Buffer.byteLength as Method) as typeof Buffer.byteLength,
  compare: adapted('compare', Buffer.compare as Method) as typeof Buffer.compare,
  concat: adapted('concat', Buffer.concat as Method) as typeof Buffer.concat,
  from: adapted('from', Buffer.from.bind(Buffer) as Method) as unknown as typeof Buffer.from,
  transcode: adapted('transcode', transcode as Method) as typeof transcode,
};

export default namespace('@ohos.buffer', {
  ...functions,
  Buffer: DeviceBuffer,
  Blob,
  isBuffer: Buffer.isBuffer,
  isEncoding: Buffer.isEncoding,
});
