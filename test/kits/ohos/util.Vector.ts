/** `@ohos.util.Vector`. */
export { Vector as default } from '../containers-arrays.ts';
