/** `@kit.ArkUI`. */
export { default as promptAction } from '../ohos/promptAction.ts';
export { default as router } from '../ohos/router.ts';
export { default as window } from '../ohos/window.ts';
