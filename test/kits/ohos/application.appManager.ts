/** `@ohos.application.appManager`: the name before API 9. */
export { default } from './app.ability.appManager.ts';
