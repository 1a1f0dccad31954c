/** `@kit.ArkUI`. */
import { lazy } from '../lazy.ts';
import type Curves from '../ohos/curves.ts';
import type Display from '../ohos/display.ts';
import type Measure from '../ohos/measure.ts';
import type Mediaquery from '../ohos/mediaquery.ts';

export { AppStorageV2, PersistenceV2, Type, UIUtils } from '../ohos/arkui.StateManagement.ts';
export { ComponentContent } from '../ohos/arkui.node.ts';
export { KeyboardAvoidMode } from '../ohos/arkui.UIContext.ts';
export { default as promptAction } from '../ohos/promptAction.ts';
export { default as router } from '../ohos/router.ts';
export { default as window } from '../ohos/window.ts';
export const curves: typeof Curves = lazy('./ohos/curves');
export const display: typeof Display = lazy('./ohos/display');
export const MeasureText: typeof Measure = lazy('./ohos/measure');
export const mediaquery: typeof Mediaquery = lazy('./ohos/mediaquery');
