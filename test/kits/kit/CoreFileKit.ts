/** `@kit.CoreFileKit`. */
import { lazy } from '../lazy.ts';
import type Fs from '../ohos/file.fs.ts';

export const fileIo: typeof Fs = lazy('./ohos/file.fs');
