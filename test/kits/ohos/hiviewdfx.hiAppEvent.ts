/** `@ohos.hiviewdfx.hiAppEvent`: events of the application, and watchers that are told of them. */
import * as events from '../app-events.ts';
import { asyncForm } from '../callbacks.ts';
import { namespace } from '../namespace.ts';

const userIds = new Map<string, string>();
const userProperties = new Map<string, string>();

/** Without a value the name is forgotten. */
function store(values: Map<string, string>): (name: string, value?: string) => void {
  return (name, value) => {
    const key = events.checkName(name);
    events.checkText(value);
    if (value === undefined || value === '') values.delete(key);
    else values.set(key, value);
  };
}

export default namespace('@ohos.hiviewdfx.hiAppEvent', {
  EventType: events.EventType,
  event: {
    USER_LOGIN: 'hiappevent.user_login',
    USER_LOGOUT: 'hiappevent.user_logout',
    DISTRIBUTED_SERVICE_START: 'hiappevent.distributed_service_start',
    APP_CRASH: 'APP_CRASH',
    APP_FREEZE: 'APP_FREEZE',
    APP_LAUNCH: 'APP_LAUNCH',
    SCROLL_JANK: 'SCROLL_JANK',
    CPU_USAGE_HIGH: 'CPU_USAGE_HIGH',
    BATTERY_USAGE: 'BATTERY_USAGE',
    RESOURCE_OVERLIMIT: 'RESOURCE_OVERLIMIT',
    ADDRESS_SANITIZER: 'ADDRESS_SANITIZER',
    MAIN_THREAD_JANK: 'MAIN_THREAD_JANK',
  },
  domain: { OS: 'OS' },
  param: {
    USER_ID: 'user_id',
    DISTRIBUTED_SERVICE_NAME: 'ds_name',
    DISTRIBUTED_SERVICE_INSTANCE_ID: 'ds_instance_id',
  },
  AppEventPackageHolder: events.AppEventPackageHolder,
  write: asyncForm(events.write),
  addWatcher: events.addWatcher,
  removeWatcher: events.removeWatcher,
  clearData: events.clear,
  configure: events.configure,
  setUserId: store(userIds),
  getUserId: (name: string): string => userIds.get(events.checkName(name)) ?? '',
  setUserProperty: store(userProperties),
  getUserProperty: (name: string): string => userProperties.get(events.checkName(name)) ?? '',
});
