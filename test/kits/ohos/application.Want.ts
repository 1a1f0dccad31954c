/** `@ohos.application.Want`: the name before API 9. */
export { default } from './app.ability.Want.ts';
