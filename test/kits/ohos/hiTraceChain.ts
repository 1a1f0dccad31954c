/** `@ohos.hiTraceChain`: ids that follow a task. Each thread has one; native code has its own. */
import { randomBytes } from 'node:crypto';
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

const HiTraceFlag = {
  DEFAULT: 0,
  INCLUDE_ASYNC: 1,
  DONOT_CREATE_SPAN: 1 << 1,
  TP_INFO: 1 << 2,
  NO_BE_INFO: 1 << 3,
  DISABLE_LOG: 1 << 4,
  FAILURE_TRIGGER: 1 << 5,
  D2D_TP_INFO: 1 << 6,
} as const;
const allFlags = (1 << 7) - 1;

interface HiTraceId {
  chainId: bigint;
  spanId?: number;
  parentSpanId?: number;
  flags?: number;
}

const none = (): Required<HiTraceId> => ({ chainId: 0n, spanId: 0, parentSpanId: 0, flags: 0 });
let current = none();

const isValid = (id: HiTraceId): boolean => id?.chainId !== undefined && id.chainId !== 0n;

/** A number of so many bits that is not 0. */
function unique(bits: bigint): bigint {
  const number = BigInt(`0x${randomBytes(8).toString('hex')}`) & ((1n << bits) - 1n);
  return number === 0n ? 1n : number;
}

/** Begins a chain; gives an id that is not valid when there is one already. */
function begin(name: string, flags: number = HiTraceFlag.DEFAULT): HiTraceId {
  if (typeof name !== 'string') throw parameterError('The name must be a string.');
  if (isValid(current) || (flags & ~allFlags) !== 0) return none();
  current = { ...none(), chainId: unique(60n), flags };
  return { ...current };
}

/** The current id with a new span below its own. */
function createSpan(): HiTraceId {
  if (!isValid(current) || (current.flags & HiTraceFlag.DONOT_CREATE_SPAN) !== 0) return { ...current };
  return { ...current, parentSpanId: current.spanId, spanId: Number(unique(26n)) };
}

export default namespace('@ohos.hiTraceChain', {
  HiTraceFlag,
  HiTraceTracepointType: { CS: 0, CR: 1, SS: 2, SR: 3, GENERAL: 4 },
  HiTraceCommunicationMode: { DEFAULT: 0, THREAD: 1, PROCESS: 2, DEVICE: 3 },
  begin,
  end: (id: HiTraceId): void => {
    if (isValid(id) && id.chainId === current.chainId) current = none();
  },
  getId: (): HiTraceId => ({ ...current }),
  setId: (id: HiTraceId): void => {
    if (isValid(id)) current = { ...none(), ...id };
  },
  clearId: (): void => {
    current = none();
  },
  createSpan,
  /** A mark in the engine's trace, for chains with TP_INFO. */
  tracepoint: (mode: number, type: number, id: HiTraceId, message = ''): void => {
    if (isValid(id) && ((id.flags ?? 0) & HiTraceFlag.TP_INFO) !== 0)
      performance.mark(message, { detail: { mode, type, chainId: String(id.chainId), spanId: id.spanId } });
  },
  isValid,
  isFlagEnabled: (id: HiTraceId, flag: number): boolean => isValid(id) && ((id.flags ?? 0) & flag) !== 0,
  enableFlag: (id: HiTraceId, flag: number): void => {
    if (isValid(id)) id.flags = (id.flags ?? 0) | flag;
  },
});
