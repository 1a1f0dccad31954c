import { anyFields, boolean, closed, listOf, matching, oneOf, open, reference, string } from './shape.ts';

const name = matching(/^[a-zA-Z][0-9a-zA-Z_.]*$/, 'a name of letters, digits, _ and dots, a letter first', 128);

const abilityFields = `priority launchType permissions metadata visible backgroundModes continuable startWindow
  removeMissionAfterTerminate allowSelfRedirect orientation supportWindowMode maxWindowRatio minWindowRatio
  maxWindowWidth minWindowWidth maxWindowHeight minWindowHeight excludeFromMissions recoverable unclearableMission
  excludeFromDock preferMultiWindowOrientation isolationProcess continueType continueBundleName process`;

const ability = closed(
  {
    ...anyFields(abilityFields),
    name,
    srcEntry: string,
    description: string,
    icon: reference('media'),
    label: string,
    startWindowIcon: reference('media'),
    startWindowBackground: reference('color'),
    exported: boolean,
    skills: listOf(open({})),
  },
  ['name', 'srcEntry', 'startWindowIcon', 'startWindowBackground'],
);

const moduleFields = `srcEntrance srcEntry abilitySrcEntryDelegator abilityStageSrcEntryDelegator process virtualMachine
  uiSyntax systemTheme definePermissions requestPermissions dependencies libIsolation compressNativeLibs
  extractNativeLibs atomicService targetModuleName targetPriority generateBuildHash isolationMode proxyData
  crossAppSharedConfig fileContextMenu querySchemes routerMap appEnvironments appStartup formExtensionModule
  formWidgetModule hnpPackages shareFiles executableBinaryPaths skillProfiles`;

/** src/main/module.json5 and src/ohosTest/module.json5. Which deviceTypes are legal is a rule of its own. */
export const moduleShape = closed(
  {
    module: closed(
      {
        ...anyFields(moduleFields),
        name,
        type: oneOf('entry', 'feature', 'har', 'shared', 'skill'),
        description: string,
        mainElement: string,
        deviceTypes: listOf(string, 1),
        deliveryWithInstall: boolean,
        installationFree: boolean,
        pages: reference('profile'),
        metadata: listOf(open({})),
        abilities: listOf(ability),
        extensionAbilities: listOf(open({ name, srcEntry: string, type: string })),
        testRunner: {
          ...closed({ name: string, srcPath: string }, ['name', 'srcPath']),
          description: 'an object with "name" and "srcPath"',
        },
      },
      ['name', 'type', 'deviceTypes'],
    ),
  },
  ['module'],
);

/** The page list that `pages` names, such as main_pages.json. */
export const pagesShape = closed({ src: listOf(string, 1), window: open({}) }, ['src']);
