/** `@ohos.application.abilityManager`: the name before API 9. */
export { default } from './app.ability.abilityManager.ts';
