/** `@ohos.util.PlainArray`. */
export { PlainArray as default } from '../containers-sorted.ts';
