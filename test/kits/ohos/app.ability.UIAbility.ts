/** `@ohos.app.ability.UIAbility`. */
export { UIAbility as default } from '../abilities.ts';
