/** `@kit.BasicServicesKit`. */
import { lazy } from '../lazy.ts';
import type BatteryInfo from '../ohos/batteryInfo.ts';
import type CommonEventManager from '../ohos/commonEventManager.ts';
import type DeviceInfo from '../ohos/deviceInfo.ts';
import type Emitter from '../ohos/events.emitter.ts';
import type Pasteboard from '../ohos/pasteboard.ts';
import type Process from '../ohos/process.ts';
import type SystemDateTime from '../ohos/systemDateTime.ts';

export { BusinessError } from '../business-error.ts';
export const batteryInfo: typeof BatteryInfo = lazy('./ohos/batteryInfo');
export const commonEventManager: typeof CommonEventManager = lazy('./ohos/commonEventManager');
export const deviceInfo: typeof DeviceInfo = lazy('./ohos/deviceInfo');
export const emitter: typeof Emitter = lazy('./ohos/events.emitter');
export const pasteboard: typeof Pasteboard = lazy('./ohos/pasteboard');
export const process: typeof Process = lazy('./ohos/process');
export const systemDateTime: typeof SystemDateTime = lazy('./ohos/systemDateTime');
