/** `@ohos.application.StartOptions`: the name before API 9. */
export { default } from './app.ability.StartOptions.ts';
