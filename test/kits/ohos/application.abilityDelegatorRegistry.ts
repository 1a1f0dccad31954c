/** `@ohos.application.abilityDelegatorRegistry`: the name before API 9. */
export { default } from './app.ability.abilityDelegatorRegistry.ts';
