/** `collections.ArrayBuffer` and the typed arrays over it. Their memory is shared by all threads that have them. */
import { BusinessError } from './business-error.ts';
import { contract } from './container-checks.ts';
import { carriers } from './sendable-carriers.ts';
import { sendable } from './sendable-classes.ts';

class DeviceArrayBuffer extends SharedArrayBuffer {
  constructor(length: number) {
    if (typeof length !== 'number' || !(length >= 0)) {
      throw new BusinessError(
        401,
        'Parameter error. The byteLength of an ArrayBuffer is a number that is not negative.',
      );
    }
    super(length);
  }
}
sendable(DeviceArrayBuffer);
export const ArrayBuffer: typeof DeviceArrayBuffer = contract('ArkTS ArrayBuffer', DeviceArrayBuffer);

carriers.add({
  module: 'collections-typed',
  kind: 'ArrayBuffer',
  take: (value) => (value instanceof DeviceArrayBuffer ? { memory: value } : undefined),
  // Memory that came from another thread becomes a buffer of this one.
  make: ({ memory }: { memory: object }) => Object.setPrototypeOf(memory, ArrayBuffer.prototype as object) as object,
});

type View = Int8Array;
interface ViewRecord {
  buffer: unknown;
  offset: number;
  length: number;
}
type ViewType = new (...values: unknown[]) => View;

/** The class of a kind, with buffers of its own where the engine would make an ordinary one. */
function typed<T extends object>(name: string, base: T): T {
  const Base = base as unknown as ViewType & { BYTES_PER_ELEMENT: number };
  const type = class extends Base {
    constructor(source: unknown = 0, ...more: unknown[]) {
      if (source instanceof DeviceArrayBuffer) {
        super(source, ...more);
      } else if (typeof source === 'number') {
        super(new DeviceArrayBuffer(source * Base.BYTES_PER_ELEMENT));
      } else if (typeof source === 'object' && source !== null && !(source instanceof globalThis.ArrayBuffer)) {
        const values = Array.from(source as ArrayLike<number>);
        super(new DeviceArrayBuffer(values.length * Base.BYTES_PER_ELEMENT));
        this.set(values);
      } else {
        throw new BusinessError(401, `Parameter error. ${name} takes a length, an array or a collections.ArrayBuffer.`);
      }
    }
  };
  Object.defineProperty(type, 'name', { value: name });
  sendable(type);
  // Methods are those of the engine's typed arrays, two prototypes above.
  const checked = contract(`ArkTS ${name}`, type);
  carriers.add({
    module: 'collections-typed',
    kind: name,
    take: (value, next) =>
      value instanceof type
        ? { buffer: next(value.buffer), offset: value.byteOffset, length: value.length }
        : undefined,
    make: ({ buffer, offset, length }: ViewRecord, next) => new checked(next(buffer), offset, length),
  });
  return checked as unknown as T;
}

export const Int8Array: Int8ArrayConstructor = typed('Int8Array', globalThis.Int8Array);
export const Uint8Array: Uint8ArrayConstructor = typed('Uint8Array', globalThis.Uint8Array);
export const Uint8ClampedArray: Uint8ClampedArrayConstructor = typed('Uint8ClampedArray', globalThis.Uint8ClampedArray);
export const Int16Array: Int16ArrayConstructor = typed('Int16Array', globalThis.Int16Array);
export const Uint16Array: Uint16ArrayConstructor = typed('Uint16Array', globalThis.Uint16Array);
export const Int32Array: Int32ArrayConstructor = typed('Int32Array', globalThis.Int32Array);
export const Uint32Array: Uint32ArrayConstructor = typed('Uint32Array', globalThis.Uint32Array);
export const Float32Array: Float32ArrayConstructor = typed('Float32Array', globalThis.Float32Array);
export const Float64Array: Float64ArrayConstructor = typed('Float64Array', globalThis.Float64Array);
