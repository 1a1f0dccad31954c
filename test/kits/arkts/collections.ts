/** `@arkts.collections`: containers of sendable values. */
import { Array } from '../collections-array.ts';
import { BitVector } from '../collections-bits.ts';
import { Map, Set } from '../collections-maps.ts';
import * as typed from '../collections-typed.ts';
import { namespace } from '../namespace.ts';

export default namespace('@arkts.collections', { Array, BitVector, Map, Set, ...typed });
