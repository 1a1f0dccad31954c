/** `@kit.AbilityKit`. */
export { default as AbilityConstant } from '../ohos/app.ability.AbilityConstant.ts';
export { default as AbilityStage } from '../ohos/app.ability.AbilityStage.ts';
export { default as common } from '../ohos/app.ability.common.ts';
export { default as ConfigurationConstant } from '../ohos/app.ability.ConfigurationConstant.ts';
export { default as UIAbility } from '../ohos/app.ability.UIAbility.ts';
export { default as Want } from '../ohos/app.ability.Want.ts';
