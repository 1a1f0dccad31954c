/** `@arkts.utils`, which `@kit.ArkTS` calls ArkTSUtils: locks, sendable JSON, and what is sendable. */
import * as ason from '../ason.ts';
import * as locks from '../async-lock.ts';
import { BigIntMode } from '../json-values.ts';
import { namespace } from '../namespace.ts';
import { isSendable } from '../sendable.ts';

export default namespace('@arkts.utils', {
  locks: namespace('ArkTSUtils.locks', { ...locks }),
  ASON: namespace('ArkTSUtils.ASON', { BigIntMode, ...ason }),
  isSendable,
});
