/** `@ohos.util.HashSet`. */
export { HashSet as default } from '../containers-hash.ts';
