/** `@ohos.bytrace`: the name of hiTraceMeter before API 8. */
export { default } from './hiTraceMeter.ts';
