/** `@ohos.bundle.bundleManager`: what the application may ask about itself. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, list } from '../../project/values.ts';
import { BundleFlag, bundleInfo, profilesOf } from '../bundle-info.ts';
import { BusinessError, parameterError } from '../business-error.ts';
import { bothForms } from '../callbacks.ts';
import { host } from '../host.ts';
import { manifest } from '../manifest.ts';
import { namespace } from '../namespace.ts';

function getBundleInfoForSelf(flags: number): object {
  if (typeof flags !== 'number') throw parameterError('The parameter bundleFlags must be a number.');
  return bundleInfo(flags);
}

/** The texts of the profiles that the ability's metadata name. */
function getProfileByAbility(moduleName: string, abilityName: string, metadataName?: string): string[] {
  if (typeof moduleName !== 'string' || typeof abilityName !== 'string')
    throw parameterError('The names of module and ability must be strings.');
  if (!manifest().modules.has(moduleName))
    throw new BusinessError(17700002, 'The specified moduleName is not existed.');
  const profiles = profilesOf(moduleName, abilityName);
  if (profiles === undefined) throw new BusinessError(17700003, 'The specified abilityName is not existed.');
  const wanted = profiles.filter(
    ([name]) => metadataName === undefined || metadataName === '' || name === metadataName,
  );
  const texts = wanted.flatMap(([, profile]) => {
    const files = host().config.resourceFolders.map((folder) => join(folder, 'base/profile', `${profile}.json`));
    const file = files.findLast((each) => existsSync(each));
    // As the package holds it: without spaces.
    return file === undefined ? [] : [JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))];
  });
  if (texts.length > 0) return texts;
  throw new BusinessError(17700024, 'Failed to get the profile because there is no profile in the HAP.');
}

/** Whether another application takes the link: there is none. Only schemes of the module's `querySchemes` may be asked. */
function canOpenLink(link: string): boolean {
  const scheme = /^([a-z][\w+.-]*):/i.exec(String(link))?.[1];
  if (scheme === undefined) throw new BusinessError(17700055, 'The specified link is invalid.');
  const known = [...manifest().modules.values()].flatMap((module) => list(at(module, 'querySchemes')));
  if (known.includes(scheme)) return false;
  throw new BusinessError(17700056, 'The scheme of the specified link is not in the querySchemes.');
}

export default namespace('@ohos.bundle.bundleManager', {
  BundleFlag,
  ...bothForms({ getBundleInfoForSelf, getProfileByAbility }),
  canOpenLink,
  AbilityType: { PAGE: 1, SERVICE: 2, DATA: 3 },
  BundleType: { APP: 0, ATOMIC_SERVICE: 1 },
  LaunchType: { SINGLETON: 0, MULTITON: 1, SPECIFIED: 2 },
  ModuleType: { ENTRY: 1, FEATURE: 2, SHARED: 3 },
  PermissionGrantState: { PERMISSION_DENIED: -1, PERMISSION_GRANTED: 0 },
  SupportWindowMode: { FULL_SCREEN: 0, SPLIT: 1, FLOATING: 2 },
  DisplayOrientation: {
    UNSPECIFIED: 0,
    LANDSCAPE: 1,
    PORTRAIT: 2,
    FOLLOW_RECENT: 3,
    LANDSCAPE_INVERTED: 4,
    PORTRAIT_INVERTED: 5,
    AUTO_ROTATION: 6,
    AUTO_ROTATION_LANDSCAPE: 7,
    AUTO_ROTATION_PORTRAIT: 8,
    AUTO_ROTATION_RESTRICTED: 9,
    AUTO_ROTATION_LANDSCAPE_RESTRICTED: 10,
    AUTO_ROTATION_PORTRAIT_RESTRICTED: 11,
    LOCKED: 12,
  },
});
