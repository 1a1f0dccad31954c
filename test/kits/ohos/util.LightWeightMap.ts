/** `@ohos.util.LightWeightMap`. */
export { LightWeightMap as default } from '../containers-light.ts';
