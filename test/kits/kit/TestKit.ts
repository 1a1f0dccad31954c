/** `@kit.TestKit`. */
export { default as abilityDelegatorRegistry } from '../ohos/app.ability.abilityDelegatorRegistry.ts';
