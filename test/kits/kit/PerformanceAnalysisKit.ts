/** `@kit.PerformanceAnalysisKit`. */
import { lazy } from '../lazy.ts';
import type Hidebug from '../ohos/hidebug.ts';
import type HiTraceMeter from '../ohos/hiTraceMeter.ts';

export { default as hilog } from '../ohos/hilog.ts';
export const hidebug: typeof Hidebug = lazy('./ohos/hidebug');
export const hiTraceMeter: typeof HiTraceMeter = lazy('./ohos/hiTraceMeter');
