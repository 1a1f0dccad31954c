/** `@kit.TestKit`. */
import { lazy } from '../lazy.ts';
import type * as UiTest from '../ohos/UiTest.ts';

export { default as abilityDelegatorRegistry } from '../ohos/app.ability.abilityDelegatorRegistry.ts';
export const Driver: typeof UiTest.Driver = lazy('./ohos/UiTest', 'Driver');
export const Component: typeof UiTest.Component = lazy('./ohos/UiTest', 'Component');
export const ON: UiTest.On = lazy('./ohos/UiTest', 'ON');
export const On: typeof UiTest.On = lazy('./ohos/UiTest', 'On');
export const MatchPattern: typeof UiTest.MatchPattern = lazy('./ohos/UiTest', 'MatchPattern');
export const BY: UiTest.On = lazy('./ohos/UiTest', 'ON');
export const By: typeof UiTest.On = lazy('./ohos/UiTest', 'On');
export const UiDriver: typeof UiTest.Driver = lazy('./ohos/UiTest', 'Driver');
export const UiComponent: typeof UiTest.Component = lazy('./ohos/UiTest', 'Component');
export const UiWindow: typeof UiTest.UiWindow = lazy('./ohos/UiTest', 'UiWindow');
export const WindowMode: typeof UiTest.WindowMode = lazy('./ohos/UiTest', 'WindowMode');
export const DisplayRotation: typeof UiTest.DisplayRotation = lazy('./ohos/UiTest', 'DisplayRotation');
export const MouseButton: typeof UiTest.MouseButton = lazy('./ohos/UiTest', 'MouseButton');
export const PointerMatrix: typeof UiTest.PointerMatrix = lazy('./ohos/UiTest', 'PointerMatrix');
export const ResizeDirection: typeof UiTest.ResizeDirection = lazy('./ohos/UiTest', 'ResizeDirection');
export const UiDirection: typeof UiTest.UiDirection = lazy('./ohos/UiTest', 'UiDirection');
