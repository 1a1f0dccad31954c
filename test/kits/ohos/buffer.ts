/** `@ohos.buffer`: the engine's buffers, which have the same members. */
import { Blob, Buffer, transcode } from 'node:buffer';
import { namespace } from '../namespace.ts';

export default namespace('@ohos.buffer', {
  Buffer,
  Blob,
  transcode,
  alloc: Buffer.alloc,
  allocUninitialized: Buffer.allocUnsafe,
  allocUninitializedFromPool: Buffer.allocUnsafe,
  byteLength: Buffer.byteLength,
  compare: Buffer.compare,
  concat: Buffer.concat,
  from: Buffer.from.bind(Buffer),
  isBuffer: Buffer.isBuffer,
  isEncoding: Buffer.isEncoding,
});
