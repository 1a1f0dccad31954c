/** `@kit.LocalizationKit`. */
import { lazy } from '../lazy.ts';
import type Manager from '../ohos/resourceManager.ts';

export const resourceManager: typeof Manager = lazy('./ohos/resourceManager');
