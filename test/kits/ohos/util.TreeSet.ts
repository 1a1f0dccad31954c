/** `@ohos.util.TreeSet`. */
export { TreeSet as default } from '../containers-sorted.ts';
