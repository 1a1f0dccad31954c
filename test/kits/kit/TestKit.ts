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
