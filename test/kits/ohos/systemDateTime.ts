/** `@ohos.systemDateTime`: the clocks of this computer. */
import { namespace } from '../namespace.ts';

const TimeType = { STARTUP: 0, ACTIVE: 1 } as const;

export default namespace('@ohos.systemDateTime', {
  TimeType,
  /** Milliseconds, or nanoseconds when asked, since 1970. */
  getTime: (inNanoseconds = false): number => (inNanoseconds ? Date.now() * 1e6 : Date.now()),
  getCurrentTime: (inNanoseconds = false): Promise<number> =>
    Promise.resolve(inNanoseconds ? Date.now() * 1e6 : Date.now()),
  /** Since the process began, not since the computer started. */
  getUptime: (_type: number, inNanoseconds = false): number =>
    Math.floor(performance.now() * (inNanoseconds ? 1e6 : 1)),
  getTimezoneSync: (): string => Intl.DateTimeFormat().resolvedOptions().timeZone,
});
