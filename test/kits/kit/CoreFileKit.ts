/** `@kit.CoreFileKit`. */
import { lazy } from '../lazy.ts';
import type EnvironmentModule from '../ohos/file.environment.ts';
import type FileUriModule from '../ohos/file.fileuri.ts';
import type Fs from '../ohos/file.fs.ts';
import type HashModule from '../ohos/file.hash.ts';
import type SecurityLabel from '../ohos/file.securityLabel.ts';
import type Statvfs from '../ohos/file.statvfs.ts';

export const fileIo: typeof Fs = lazy('./ohos/file.fs');
export const fileUri: typeof FileUriModule = lazy('./ohos/file.fileuri');
export const hash: typeof HashModule = lazy('./ohos/file.hash');
export const statfs: typeof Statvfs = lazy('./ohos/file.statvfs');
export const securityLabel: typeof SecurityLabel = lazy('./ohos/file.securityLabel');
export const Environment: typeof EnvironmentModule = lazy('./ohos/file.environment');
