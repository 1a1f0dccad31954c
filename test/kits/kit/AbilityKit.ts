/** `@kit.AbilityKit`. */
import { lazy } from '../lazy.ts';
import type AccessCtrl from '../ohos/abilityAccessCtrl.ts';
import type AbilityManager from '../ohos/app.ability.abilityManager.ts';
import type AppManager from '../ohos/app.ability.appManager.ts';
import type Application from '../ohos/app.ability.application.ts';
import type ContextConstant from '../ohos/app.ability.contextConstant.ts';
import type DataUriUtils from '../ohos/app.ability.dataUriUtils.ts';
import type ErrorManager from '../ohos/app.ability.errorManager.ts';
import type Options from '../ohos/app.ability.StartOptions.ts';
import type WantConstant from '../ohos/app.ability.wantConstant.ts';
import type BundleManager from '../ohos/bundle.bundleManager.ts';

export { default as AbilityConstant } from '../ohos/app.ability.AbilityConstant.ts';
export { default as AbilityStage } from '../ohos/app.ability.AbilityStage.ts';
export { default as common } from '../ohos/app.ability.common.ts';
export { default as ConfigurationConstant } from '../ohos/app.ability.ConfigurationConstant.ts';
export { default as UIAbility } from '../ohos/app.ability.UIAbility.ts';
export { default as Want } from '../ohos/app.ability.Want.ts';
export const abilityAccessCtrl: typeof AccessCtrl = lazy('./ohos/abilityAccessCtrl');
export const abilityManager: typeof AbilityManager = lazy('./ohos/app.ability.abilityManager');
export const application: typeof Application = lazy('./ohos/app.ability.application');
export const appManager: typeof AppManager = lazy('./ohos/app.ability.appManager');
export const bundleManager: typeof BundleManager = lazy('./ohos/bundle.bundleManager');
export const contextConstant: typeof ContextConstant = lazy('./ohos/app.ability.contextConstant');
export const dataUriUtils: typeof DataUriUtils = lazy('./ohos/app.ability.dataUriUtils');
export const errorManager: typeof ErrorManager = lazy('./ohos/app.ability.errorManager');
export const StartOptions: typeof Options = lazy('./ohos/app.ability.StartOptions');
export const wantConstant: typeof WantConstant = lazy('./ohos/app.ability.wantConstant');
