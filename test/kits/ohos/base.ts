/** `@ohos.base`: the error class of system APIs. */
export { BusinessError } from '../business-error.ts';
