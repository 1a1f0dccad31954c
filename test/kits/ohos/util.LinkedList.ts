/** `@ohos.util.LinkedList`. */
export { LinkedList as default } from '../containers-lists.ts';
