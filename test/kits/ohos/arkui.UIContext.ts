/** `@ohos.arkui.UIContext`: types at build time; what a context hands out comes from it. */
import { namespace } from '../namespace.ts';

export const KeyboardAvoidMode = { OFFSET: 0, RESIZE: 1 } as const;

export default namespace('@ohos.arkui.UIContext', { KeyboardAvoidMode });
