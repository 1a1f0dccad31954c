/** `@ohos.util.stream`. */
import { namespace } from '../namespace.ts';
import { Duplex, Readable, Transform } from '../stream-readable.ts';
import { Writable } from '../stream-writable.ts';

export default namespace('@ohos.util.stream', { Duplex, Readable, Transform, Writable });
