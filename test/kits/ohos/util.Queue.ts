/** `@ohos.util.Queue`. */
export { Queue as default } from '../containers-ends.ts';
