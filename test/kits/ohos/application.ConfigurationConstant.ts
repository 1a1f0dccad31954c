/** `@ohos.application.ConfigurationConstant`: the name before API 9. */
export { default } from './app.ability.ConfigurationConstant.ts';
