/** `@kit.PerformanceAnalysisKit`. */
import { lazy } from '../lazy.ts';
import type HiAppEvent from '../ohos/hiviewdfx.hiAppEvent.ts';
import type Hidebug from '../ohos/hidebug.ts';
import type HiTraceChain from '../ohos/hiTraceChain.ts';
import type HiTraceMeter from '../ohos/hiTraceMeter.ts';

export { default as hilog } from '../ohos/hilog.ts';
export const hiAppEvent: typeof HiAppEvent = lazy('./ohos/hiviewdfx.hiAppEvent');
export const hidebug: typeof Hidebug = lazy('./ohos/hidebug');
export const hiTraceChain: typeof HiTraceChain = lazy('./ohos/hiTraceChain');
export const hiTraceMeter: typeof HiTraceMeter = lazy('./ohos/hiTraceMeter');
