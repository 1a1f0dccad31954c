/** `@ohos.util.Deque`. */
export { Deque as default } from '../containers-ends.ts';
