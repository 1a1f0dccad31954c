/** Facts about the application and its modules, from the project's files. */
import { at, list, record, text, texts } from '../project/values.ts';
import { host } from './host.ts';
import { manifest, requestedPermissions } from './manifest.ts';
import { isGranted } from './permissions.ts';
import { resource } from './resource.ts';

/** Bits of `getBundleInfoForSelf`. */
export const BundleFlag = {
  GET_BUNDLE_INFO_DEFAULT: 0x0,
  GET_BUNDLE_INFO_WITH_APPLICATION: 0x1,
  GET_BUNDLE_INFO_WITH_HAP_MODULE: 0x2,
  GET_BUNDLE_INFO_WITH_ABILITY: 0x4,
  GET_BUNDLE_INFO_WITH_EXTENSION_ABILITY: 0x8,
  GET_BUNDLE_INFO_WITH_REQUESTED_PERMISSION: 0x10,
  GET_BUNDLE_INFO_WITH_METADATA: 0x20,
  GET_BUNDLE_INFO_WITH_DISABLE: 0x40,
  GET_BUNDLE_INFO_WITH_SIGNATURE_INFO: 0x80,
  GET_BUNDLE_INFO_WITH_MENU: 0x100,
  GET_BUNDLE_INFO_WITH_ROUTER_MAP: 0x200,
  GET_BUNDLE_INFO_WITH_SKILL: 0x800,
} as const;

/** The token by which the system knows the application: applications have those of this kind. */
const accessTokenId = 0x2000_0001;
const launchTypes: Readonly<Record<string, number>> = { singleton: 0, multiton: 1, standard: 1, specified: 2 };
const moduleTypes: Readonly<Record<string, number>> = { entry: 1, feature: 2, shared: 3 };

/** A text such as `$string:name` with the number of its resource. */
function named<N extends string>(from: unknown, name: N): Record<N, string> & Record<`${N}Id`, number> {
  const written = text(at(from, name)) ?? '';
  const [, kind, key] = /^\$(\w+):(\w+)$/.exec(written) ?? [];
  const id = kind === undefined || key === undefined ? 0 : resource(`app.${kind}.${key}`, []).id;
  return { [name]: written, [`${name}Id`]: id } as Record<N, string> & Record<`${N}Id`, number>;
}

function metadataOf(item: unknown): object[] {
  return list(at(item, 'metadata')).map((entry) => ({
    name: text(at(entry, 'name')) ?? '',
    value: text(at(entry, 'value')) ?? '',
    resource: text(at(entry, 'resource')) ?? '',
  }));
}

/** `ApplicationInfo`. */
export function applicationInfo(withMetadata = false): object {
  const { bundleName, versionName, versionCode } = host().config;
  const { app, modules } = manifest();
  return {
    name: bundleName,
    bundleName,
    versionName,
    versionCode,
    ...named(app, 'description'),
    ...named(app, 'label'),
    ...named(app, 'icon'),
    enabled: true,
    process: bundleName,
    permissions: requestedPermissions().map(({ name }) => name),
    codePath: '/data/storage/el1/bundle',
    metadataArray: withMetadata
      ? [...modules].map(([moduleName, module]) => ({ moduleName, metadata: metadataOf(module) }))
      : [],
    removable: true,
    accessTokenId,
    uid: process.getuid?.() ?? 0,
    appDistributionType: 'none',
    appProvisionType: 'debug',
    systemApp: false,
    bundleType: 0,
    debug: true,
    dataUnclearable: false,
    nativeLibraryPath: `libs/${process.arch === 'arm64' ? 'arm64-v8a' : 'x86_64'}`,
  };
}

function abilityInfo(moduleName: string, module: unknown, item: unknown, flags: number): object {
  const { bundleName } = host().config;
  return {
    bundleName,
    moduleName,
    name: text(at(item, 'name')) ?? '',
    ...named(item, 'label'),
    ...named(item, 'description'),
    ...named(item, 'icon'),
    process: bundleName,
    exported: at(item, 'exported') === true,
    orientation: 0,
    launchType: launchTypes[text(at(item, 'launchType')) ?? 'singleton'] ?? 0,
    permissions: texts(at(item, 'permissions')),
    deviceTypes: texts(at(module, 'deviceTypes')),
    deviceCapabilities: [],
    metadata: flags & BundleFlag.GET_BUNDLE_INFO_WITH_METADATA ? metadataOf(item) : [],
    enabled: true,
    supportWindowModes: [0, 1, 2],
    excludeFromDock: at(item, 'excludeFromDock') === true,
    skills: flags & BundleFlag.GET_BUNDLE_INFO_WITH_SKILL ? list(at(item, 'skills')) : [],
  };
}

/** Abilities of a module: those of its file, or those that the engine knows. */
function abilitiesOf(moduleName: string, module: unknown): unknown[] {
  const { abilities } = host().config;
  return module === undefined
    ? abilities.filter((ability) => ability.moduleName === moduleName).map(({ name }) => ({ name }))
    : list(at(module, 'abilities'));
}

/** `HapModuleInfo`. */
export function moduleInfo(moduleName: string, flags: number): object {
  const module = manifest().modules.get(moduleName);
  const wanted = flags & BundleFlag.GET_BUNDLE_INFO_WITH_ABILITY;
  return {
    name: moduleName,
    ...named(module, 'icon'),
    ...named(module, 'label'),
    ...named(module, 'description'),
    mainElementName: text(at(module, 'mainElement')) ?? '',
    abilitiesInfo: wanted
      ? abilitiesOf(moduleName, module).map((item) => abilityInfo(moduleName, module, item, flags))
      : [],
    extensionAbilitiesInfo: [],
    metadata: flags & BundleFlag.GET_BUNDLE_INFO_WITH_METADATA ? metadataOf(module) : [],
    deviceTypes: texts(at(module, 'deviceTypes')),
    installationFree: at(module, 'installationFree') === true,
    hashValue: '',
    type: moduleTypes[text(at(module, 'type')) ?? 'entry'] ?? 1,
    preloads: [],
    dependencies: [],
    codePath: `/data/storage/el1/bundle/${moduleName}`,
  };
}

/** `BundleInfo`; the flags say what is in it. */
export function bundleInfo(flags: number): object {
  const { bundleName, versionName, versionCode } = host().config;
  const { app, modules } = manifest();
  const has = (flag: keyof typeof BundleFlag): boolean => (flags & BundleFlag[flag]) !== 0;
  const permissions = has('GET_BUNDLE_INFO_WITH_REQUESTED_PERMISSION') ? requestedPermissions() : [];
  return {
    name: bundleName,
    vendor: text(at(app, 'vendor')) ?? '',
    versionCode,
    versionName,
    minCompatibleVersionCode: Number(at(app, 'minCompatibleVersionCode') ?? versionCode),
    targetVersion: Number(at(app, 'targetAPIVersion') ?? 12),
    appInfo: has('GET_BUNDLE_INFO_WITH_APPLICATION')
      ? applicationInfo(has('GET_BUNDLE_INFO_WITH_METADATA'))
      : undefined,
    hapModulesInfo: has('GET_BUNDLE_INFO_WITH_HAP_MODULE')
      ? [...modules.keys()].map((name) => moduleInfo(name, flags))
      : [],
    reqPermissionDetails: permissions.map(({ name, moduleName: from, reason, abilities, when }) => ({
      name,
      moduleName: from,
      reason,
      reasonId: 0,
      usedScene: { abilities, when },
    })),
    permissionGrantStates: permissions.map(({ name }) => (isGranted(name) ? 0 : -1)),
    signatureInfo: has('GET_BUNDLE_INFO_WITH_SIGNATURE_INFO')
      ? { appId: `${bundleName}_unsigned`, fingerprint: '', appIdentifier: '' }
      : undefined,
    routerMap: has('GET_BUNDLE_INFO_WITH_ROUTER_MAP') ? [] : undefined,
    installTime: Math.floor(performance.timeOrigin),
    updateTime: Math.floor(performance.timeOrigin),
  };
}

/** The profiles that an ability's metadata name, as `[name, profile]`; undefined when there is no such ability. */
export function profilesOf(moduleName: string, abilityName: string): [string, string][] | undefined {
  const module = manifest().modules.get(moduleName);
  const ability = abilitiesOf(moduleName, module).find((item) => at(item, 'name') === abilityName);
  if (record(ability) === undefined) return undefined;
  return list(at(ability, 'metadata')).flatMap((entry): [string, string][] => {
    const profile = /^\$profile:(\w+)$/.exec(text(at(entry, 'resource')) ?? '')?.[1];
    return profile === undefined ? [] : [[text(at(entry, 'name')) ?? '', profile]];
  });
}
