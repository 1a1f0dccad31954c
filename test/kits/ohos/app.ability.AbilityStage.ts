/** `@ohos.app.ability.AbilityStage`. */
export { AbilityStage as default } from '../ability-stages.ts';
