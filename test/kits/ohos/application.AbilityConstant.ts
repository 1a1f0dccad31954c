/** `@ohos.application.AbilityConstant`: the name before API 9. */
export { default } from './app.ability.AbilityConstant.ts';
