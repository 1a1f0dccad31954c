/** `@ohos.util.Stack`. */
export { Stack as default } from '../containers-ends.ts';
