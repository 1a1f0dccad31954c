/** `@ohos.util.LightWeightSet`. */
export { LightWeightSet as default } from '../containers-light.ts';
