import { anyFields, anything, boolean, closed, listOf, matching, oneOf, open, string } from './shape.ts';

const signingConfig = closed(
  {
    name: string,
    type: oneOf('HarmonyOS', 'OpenHarmony'),
    material: open({}, ['storeFile', 'storePassword', 'keyAlias', 'keyPassword', 'signAlg', 'profile', 'certpath']),
  },
  ['name', 'material'],
);

const strictMode = closed({
  caseSensitiveCheck: boolean,
  useNormalizedOHMUrl: boolean,
  noExternalImportByPath: boolean,
  duplicateDependencyCheck: boolean,
  harLocalDependencyCheck: boolean,
});

/** The shapes of the versions depend on the runtime: see the rule `product-version`. */
const product = closed(
  {
    ...anyFields('compatibleSdkVersion targetSdkVersion compileSdkVersion versionName versionCode'),
    name: matching(/^[a-zA-Z0-9_-]+$/, 'a name of letters, digits, _ and -'),
    compatibleSdkVersionStage: oneOf('beta1', 'beta2', 'beta3', 'beta4', 'beta5', 'beta6', 'release'),
    runtimeOS: oneOf('HarmonyOS', 'OpenHarmony'),
    signingConfig: string,
    bundleName: string,
    bundleType: string,
    label: string,
    icon: string,
    vendor: string,
    resource: open({ directories: listOf(string) }),
    output: open({ artifactName: string }),
    buildOption: open({ strictMode }),
  },
  ['name', 'compatibleSdkVersion'],
);

/** The root build-profile.json5. */
export const projectProfileShape = closed(
  {
    app: closed(
      {
        signingConfigs: listOf(signingConfig),
        products: listOf(product, 1),
        buildModeSet: listOf(open({ name: string }, ['name'])),
        multiProjects: boolean,
      },
      ['products'],
    ),
    modules: listOf(
      open(
        {
          name: string,
          srcPath: matching(/^(\.\.?)?\//, 'a path that starts with ./, ../ or /'),
          targets: listOf(open({ name: string, applyToProducts: listOf(string, 1) }, ['name'])),
        },
        ['name', 'srcPath'],
      ),
      1,
    ),
  },
  ['app', 'modules'],
);

const words = { type: ['string', 'array'], items: string, description: 'a string or a list of strings' };

/** build-profile.json5 of a module. */
export const moduleProfileShape = closed({
  apiType: oneOf('stageMode', 'faMode'),
  showInServiceCenter: boolean,
  buildModeBinder: anything,
  entryModules: listOf(string),
  buildOption: open({
    externalNativeOptions: closed({
      path: string,
      abiFilters: listOf(string, 1),
      arguments: words,
      cppFlags: words,
      cFlags: words,
      targets: listOf(string),
    }),
  }),
  buildOptionSet: listOf(open({ name: string }, ['name'])),
  targets: listOf(open({ name: string, runtimeOS: oneOf('HarmonyOS', 'OpenHarmony') }, ['name'])),
});
