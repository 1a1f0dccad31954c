/** `@ohos.util.List`. */
export { List as default } from '../containers-lists.ts';
