/** `@kit.ArkUI`. */
export { default as promptAction } from '../ohos/promptAction.ts';
export { default as window } from '../ohos/window.ts';
