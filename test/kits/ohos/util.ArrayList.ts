/** `@ohos.util.ArrayList`. */
export { ArrayList as default } from '../containers-arrays.ts';
