/** `@kit.ArkData`. */
import { lazy } from '../lazy.ts';
import type PreferencesModule from '../ohos/data.preferences.ts';

export const preferences: typeof PreferencesModule = lazy('./ohos/data.preferences');
