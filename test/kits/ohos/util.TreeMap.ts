/** `@ohos.util.TreeMap`. */
export { TreeMap as default } from '../containers-sorted.ts';
