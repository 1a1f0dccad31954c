/** `@ohos.deviceInfo`: says that this is arkhost, so that a test can tell. Native code is told the same. */
import { createHash } from 'node:crypto';
import { arch, machine, release, type, version } from 'node:os';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';

const name = 'arkhost';
const sdkApiVersion = 12;
const osFullName = `${type()} ${release()}`;
const parts = ['default', name, name, name, osFullName, name, name, sdkApiVersion, release(), 'release'];

/** An id of the device for this application: the same each time. */
function odid(): string {
  const digits = createHash('sha256').update(`${host().config.bundleName}@${osFullName}`).digest('hex');
  return digits.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export default namespace('@ohos.deviceInfo', {
  deviceType: 'default',
  manufacture: name,
  brand: name,
  marketName: name,
  productSeries: name,
  productModel: name,
  productModelAlias: name,
  softwareModel: name,
  hardwareModel: machine(),
  bootloaderVersion: '',
  abiList: arch() === 'arm64' ? 'arm64-v8a' : 'x86_64',
  securityPatchTag: '',
  displayVersion: osFullName,
  incrementalVersion: release(),
  osReleaseType: 'Release',
  osFullName,
  /** Of the system that is stood in for: 5.0.0 has API level 12. */
  majorVersion: 5,
  seniorVersion: 0,
  featureVersion: 0,
  buildVersion: 0,
  sdkApiVersion,
  firstApiVersion: sdkApiVersion,
  versionId: parts.join('/'),
  buildType: 'release',
  buildUser: name,
  buildHost: name,
  buildTime: version(),
  buildRootHash: '',
  get ODID(): string {
    return odid();
  },
  distributionOSName: type(),
  distributionOSVersion: release(),
  distributionOSApiVersion: sdkApiVersion,
  distributionOSReleaseType: 'Release',
});
