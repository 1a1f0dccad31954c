/** `@ohos.systemDateTime`: the clocks of this computer. */
import { asyncForm } from '../callbacks.ts';
import { namespace } from '../namespace.ts';

const TimeType = { STARTUP: 0, ACTIVE: 1 } as const;

/** Milliseconds, or nanoseconds when asked, since 1970. */
const getTime = (inNanoseconds = false): number => {
  const milliseconds = performance.timeOrigin + performance.now();
  return inNanoseconds ? Math.floor(milliseconds * 1e6) : Date.now();
};

/** Since the computer started; the time that it slept is not told apart. */
const uptime = (inNanoseconds = false): number => {
  const now = process.hrtime.bigint();
  return Number(inNanoseconds ? now : now / 1_000_000n);
};

const getTimezone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export default namespace('@ohos.systemDateTime', {
  TimeType,
  getTime,
  getUptime: (_type: number, inNanoseconds?: boolean): number => uptime(inNanoseconds),
  getTimezoneSync: getTimezone,
  getTimezone: asyncForm(getTimezone),
  getDate: asyncForm((): Date => new Date()),
  /** The older forms of the functions above. */
  getCurrentTime: asyncForm(getTime),
  getRealTime: asyncForm(uptime),
  getRealActiveTime: asyncForm(uptime),
});
