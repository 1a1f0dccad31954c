/** `@kit.ArkData`. */
import { lazy } from '../lazy.ts';
import type PreferencesModule from '../ohos/data.preferences.ts';
import type RelationalStore from '../ohos/data.relationalStore.ts';

export const preferences: typeof PreferencesModule = lazy('./ohos/data.preferences');
export const relationalStore: typeof RelationalStore = lazy('./ohos/data.relationalStore');
