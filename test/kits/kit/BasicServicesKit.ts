/** `@kit.BasicServicesKit`. */
export { BusinessError } from '../business-error.ts';
export { default as deviceInfo } from '../ohos/deviceInfo.ts';
export { default as systemDateTime } from '../ohos/systemDateTime.ts';
