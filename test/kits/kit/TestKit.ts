/** `@kit.TestKit`. */
export { default as abilityDelegatorRegistry } from '../ohos/app.ability.abilityDelegatorRegistry.ts';
export { BY, By, Component, Driver, MatchPattern, ON, On, UiComponent, UiDriver } from '../ohos/UiTest.ts';
