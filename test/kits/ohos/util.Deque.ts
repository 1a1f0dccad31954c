/** `@ohos.util.Deque`. */
export { Deque as default } from '../containers.ts';
