import { anyFields, closed, matching, oneOf, reference } from './shape.ts';

const fields = `debug alternateIcons description minCompatibleVersionCode minAPIVersion targetAPIVersion apiReleaseType
  distributedNotificationEnabled entityType keepAlive removable singleton userDataClearable accessible multiProjects
  asanEnabled default tablet tv wearable car 2in1 phone targetBundleName targetPriority generateBuildHash GWPAsanEnabled
  tsanEnabled ubsanEnabled appEnvironments maxChildProcess multiAppMode hwasanEnabled cloudFileSyncEnabled
  cloudStructuredDataSyncEnabled configuration assetAccessGroups startMode appPreloadPhase buildVersion profileable
  allowListenBundleChangedEvent`;

/** AppScope/app.json5. */
export const appShape = closed(
  {
    app: closed(
      {
        ...anyFields(fields),
        bundleName: {
          ...matching(
            /^[a-zA-Z]([0-9a-zA-Z_]*[0-9a-zA-Z])?(\.[0-9a-zA-Z]([0-9a-zA-Z_]*[0-9a-zA-Z])?){2,}$/,
            'at least three parts joined by dots, of 7 to 128 letters, digits and _, such as com.example.name',
            128,
          ),
          minLength: 7,
        },
        bundleType: oneOf('app', 'atomicService', 'shared', 'appService', 'appPlugin', 'skill'),
        vendor: { type: 'string', maxLength: 255, description: 'a string of at most 255 characters' },
        versionCode: {
          type: 'integer',
          minimum: 0,
          maximum: 2147483647,
          description: 'an integer from 0 to 2147483647',
        },
        versionName: matching(/^[0-9]+(\.[0-9]+)*$/, 'numbers joined by dots, such as 1.0.0', 127),
        icon: reference('media'),
        label: reference('string'),
      },
      ['bundleName', 'icon', 'label', 'versionCode', 'versionName'],
    ),
  },
  ['app'],
);
