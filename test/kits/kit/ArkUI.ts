/** `@kit.ArkUI`. */
import { lazy } from '../lazy.ts';
import type AnimatorKit from '../ohos/animator.ts';
import type { AnimatorResult as AnimatorResultClass } from '../ohos/animator.ts';
import type Curves from '../ohos/curves.ts';
import type Display from '../ohos/display.ts';
import type Font from '../ohos/font.ts';
import type Measure from '../ohos/measure.ts';
import type Mediaquery from '../ohos/mediaquery.ts';

export { AppStorageV2, PersistenceV2, Type, UIUtils } from '../ohos/arkui.StateManagement.ts';
export * from '../ohos/arkui.modifier.ts';
export {
  BuilderNode,
  ColorMetrics,
  ComponentContent,
  FrameNode,
  LengthMetrics,
  LengthUnit,
  NodeController,
} from '../ohos/arkui.node.ts';
export { KeyboardAvoidMode } from '../ohos/arkui.UIContext.ts';
export { default as promptAction } from '../ohos/promptAction.ts';
export { default as router } from '../ohos/router.ts';
export { default as window } from '../ohos/window.ts';
export const Animator: typeof AnimatorKit = lazy('./ohos/animator');
export const AnimatorResult: typeof AnimatorResultClass = lazy('./ohos/animator', 'AnimatorResult');
export const curves: typeof Curves = lazy('./ohos/curves');
export const display: typeof Display = lazy('./ohos/display');
export const font: typeof Font = lazy('./ohos/font');
export const MeasureText: typeof Measure = lazy('./ohos/measure');
export const mediaquery: typeof Mediaquery = lazy('./ohos/mediaquery');
