/** `@ohos.abilityAccessCtrl`: permissions that the modules declare. */
import { BusinessError } from '../business-error.ts';
import { asyncForm } from '../callbacks.ts';
import { namespace } from '../namespace.ts';
import { askUser, isDeclared, isGranted } from '../permissions.ts';

const GrantStatus = { PERMISSION_DENIED: -1, PERMISSION_GRANTED: 0 } as const;
const longestName = 256;

function check(token: unknown, permission: unknown): number {
  const isName = typeof permission === 'string' && permission !== '' && permission.length <= longestName;
  if (typeof token !== 'number' || token === 0 || !isName)
    throw new BusinessError(12100001, 'The parameter is invalid. The tokenID is 0, or the permissionName is wrong.');
  return isGranted(permission) ? GrantStatus.PERMISSION_GRANTED : GrantStatus.PERMISSION_DENIED;
}

/** What the user answered: 0 granted, -1 denied, 2 not to be asked for. */
interface PermissionRequestResult {
  permissions: string[];
  authResults: number[];
  dialogShownResults: boolean[];
}

function request(_context: object, permissions: string[]): PermissionRequestResult {
  if (!Array.isArray(permissions) || permissions.length === 0)
    throw new BusinessError(12100001, 'The parameter is invalid. The permissionList is empty.');
  const dialogShownResults = permissions.map(askUser);
  return { permissions, authResults: permissions.map((name) => (isDeclared(name) ? 0 : 2)), dialogShownResults };
}

export default namespace('@ohos.abilityAccessCtrl', {
  GrantStatus,
  createAtManager: () =>
    namespace('AtManager', {
      checkAccessToken: asyncForm(check),
      checkAccessTokenSync: check,
      verifyAccessToken: asyncForm(check),
      verifyAccessTokenSync: check,
      requestPermissionsFromUser: asyncForm(request),
    }),
});
