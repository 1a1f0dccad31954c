/** `@ohos.deviceInfo`: says that this is arkhost, so that a test can tell. */
import { arch, release } from 'node:os';
import { namespace } from '../namespace.ts';

export default namespace('@ohos.deviceInfo', {
  deviceType: 'default',
  manufacture: 'arkhost',
  brand: 'arkhost',
  marketName: 'arkhost',
  productModel: 'arkhost',
  osFullName: `Linux ${release()}`,
  abiList: arch() === 'arm64' ? 'arm64-v8a' : 'x86_64',
  sdkApiVersion: 12,
});
