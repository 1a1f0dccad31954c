/** `@ohos.application.errorManager`: the name before API 9. */
export { default } from './app.ability.errorManager.ts';
