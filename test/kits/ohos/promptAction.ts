/** `@ohos.promptAction`. */
export { promptAction as default } from '../prompt.ts';
