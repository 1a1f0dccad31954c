/** Permissions: what the modules declare is granted at once, or when the user is asked. */
import { requestedPermissions } from './manifest.ts';

/** Those that a user grants, below `ohos.permission.`. */
const byUser = new Set(
  (
    'ACCESS_BLUETOOTH ACTIVITY_MOTION ANSWER_CALL APPROXIMATELY_LOCATION APP_TRACKING_CONSENT CAMERA ' +
    'DISTRIBUTED_DATASYNC LOCATION LOCATION_IN_BACKGROUND ' +
    'MANAGE_VOICEMAIL MEDIA_LOCATION MICROPHONE READ_CALENDAR READ_CALL_LOG READ_CELL_MESSAGES READ_CONTACTS ' +
    'READ_HEALTH_DATA READ_IMAGEVIDEO READ_MEDIA READ_MESSAGES READ_PASTEBOARD READ_WRITE_DESKTOP_DIRECTORY ' +
    'READ_WRITE_DOCUMENTS_DIRECTORY READ_WRITE_DOWNLOAD_DIRECTORY RECEIVE_MMS RECEIVE_SMS RECEIVE_WAP_MESSAGES ' +
    'SEND_MESSAGES WRITE_CALENDAR WRITE_CALL_LOG WRITE_CONTACTS WRITE_IMAGEVIDEO WRITE_MEDIA'
  )
    .split(' ')
    .map((name) => `ohos.permission.${name}`),
);

const grantedByUser = new Set<string>();

/** True for a permission that a module declares. */
export function isDeclared(permission: string): boolean {
  return requestedPermissions().some(({ name }) => name === permission);
}

/** True when the application may do it now. */
export function isGranted(permission: string): boolean {
  return isDeclared(permission) && (!byUser.has(permission) || grantedByUser.has(permission));
}

/** Asks the user, who allows what is declared. True when that was a question at all. */
export function askUser(permission: string): boolean {
  if (!isDeclared(permission) || isGranted(permission)) return false;
  grantedByUser.add(permission);
  return true;
}
