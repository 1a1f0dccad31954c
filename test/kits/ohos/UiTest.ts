/** `@ohos.UiTest`: finds and uses components of the page on show. The names of API 8 mean the same. */
import { namespace } from '../namespace.ts';
import { Component } from '../ui-component.ts';
import { Driver } from '../ui-driver.ts';
import { DisplayRotation, MouseButton, PointerMatrix, ResizeDirection, UiDirection } from '../ui-constants.ts';
import { MatchPattern, ON, On } from '../ui-match.ts';
import { UiWindow, WindowMode } from '../ui-window.ts';

export { Component, Driver, MatchPattern, ON, On, UiWindow, WindowMode };
export { DisplayRotation, MouseButton, PointerMatrix, ResizeDirection, UiDirection };
export const By = On;
export const BY = ON;
export const UiDriver = Driver;
export const UiComponent = Component;

export default namespace('@ohos.UiTest', {
  Driver,
  Component,
  ON,
  On,
  MatchPattern,
  BY,
  By,
  UiDriver,
  UiComponent,
  UiWindow,
  WindowMode,
  DisplayRotation,
  MouseButton,
  PointerMatrix,
  ResizeDirection,
  UiDirection,
});
