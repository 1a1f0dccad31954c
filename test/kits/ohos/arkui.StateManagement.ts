/** `@ohos.arkui.StateManagement`: stores of state management V2, and what it knows of values. */
import type * as Components from '../../engine/arkui-exports.ts';
import { host } from '../host.ts';
import { standIn } from '../lazy.ts';

export const AppStorageV2: typeof Components.AppStorageV2 = standIn(() => host().component('AppStorageV2'));
export const PersistenceV2: typeof Components.PersistenceV2 = standIn(() => host().component('PersistenceV2'));
export const UIUtils: typeof Components.UIUtils = standIn(() => host().component('UIUtils'));
export const Type: typeof Components.Type = standIn(() => host().component('Type'));
