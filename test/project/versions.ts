/** The two ways to write a system version: HarmonyOS `"5.0.0(12)"`, OpenHarmony `12`; both `"26.0.0"` from API 26. */

export type RuntimeOS = 'HarmonyOS' | 'OpenHarmony';

/** Platform versions and the API level each one brought. From 26.0.0 on the first number is the API level. */
const platforms: ReadonlyMap<string, number> = new Map([
  ['5.0.0', 12],
  ['5.0.1', 13],
  ['5.0.2', 14],
  ['5.0.3', 15],
  ['5.0.4', 16],
  ['5.0.5', 17],
  ['5.1.0', 18],
  ['5.1.1', 19],
  ['6.0.0', 20],
  ['6.0.1', 21],
  ['6.0.2', 22],
  ['6.1.0', 23],
  ['6.1.1', 24],
]);

/** The first API level that is written like a platform version. */
const semantic = 26;

/** What a version string or number stands for. */
export type SdkVersion = { api: number } | { fault: string };

/**
 * Reads a value of compatibleSdkVersion, targetSdkVersion or compileSdkVersion. A value of the wrong shape gives a
 * fault that says how to write it. Platform versions older than 5.0.0 are taken as they stand: `"4.1.0(11)"` is 11.
 */
export function readSdkVersion(value: unknown, runtimeOS: RuntimeOS): SdkVersion {
  if (typeof value === 'number') return readLevel(value, runtimeOS);
  if (typeof value !== 'string') return { fault: `a version is ${example(runtimeOS)}` };
  const plain = /^(\d+)\.\d+\.\d+$/.exec(value);
  if (plain !== null) {
    const api = Number(plain[1]);
    if (api >= semantic) return { api };
    return { fault: `"${value}" names no API level; write ${example(runtimeOS)}` };
  }
  const pair = /^(\d+\.\d+\.\d+)\((\d+)\)$/.exec(value);
  if (pair === null || runtimeOS === 'OpenHarmony') {
    return { fault: `"${value}" is not a version of ${runtimeOS}; write ${example(runtimeOS)}` };
  }
  return readPair(pair[1] ?? '', Number(pair[2]));
}

/** The HarmonyOS spelling of an API level: `"5.0.0(12)"`, `"26.0.0"`; undefined for a level without a platform. */
export function platformVersion(api: number): string | undefined {
  if (api >= semantic) return `${api}.0.0`;
  for (const [platform, level] of platforms) if (level === api) return `${platform}(${level})`;
  return undefined;
}

function readLevel(value: number, runtimeOS: RuntimeOS): SdkVersion {
  if (runtimeOS === 'HarmonyOS')
    return { fault: `${value} is a number; HarmonyOS wants a string: ${suggestion(value)}` };
  if (!Number.isInteger(value) || value < 1)
    return { fault: `${value} is not an API level; write ${example(runtimeOS)}` };
  if (value >= semantic) return { fault: `from API ${semantic} a version is a string; write "${value}.0.0"` };
  return { api: value };
}

function readPair(platform: string, api: number): SdkVersion {
  const known = platforms.get(platform);
  if (known === api) return { api };
  if (known !== undefined) return { fault: `platform ${platform} is API ${known}; write "${platform}(${known})"` };
  if (Number.parseInt(platform, 10) < 5 && api < 12) return { api };
  return { fault: `"${platform}(${api})" is no known version; write ${suggestion(api)}` };
}

function suggestion(api: number): string {
  return `"${platformVersion(api) ?? '5.0.0(12)'}"`;
}

function example(runtimeOS: RuntimeOS): string {
  return runtimeOS === 'HarmonyOS'
    ? 'a string such as "5.0.0(12)" or "26.0.0"'
    : 'an integer such as 12, or "26.0.0" from API 26';
}
