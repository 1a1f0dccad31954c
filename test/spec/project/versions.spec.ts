import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { platformVersion, readSdkVersion } from '../../project/versions.ts';
import type { RuntimeOS } from '../../project/versions.ts';

const limit = { timeout: 5_000 };

describe('readSdkVersion', () => {
  const good: [RuntimeOS, unknown, number][] = [
    ['HarmonyOS', '5.0.0(12)', 12],
    ['HarmonyOS', '5.0.5(17)', 17],
    ['HarmonyOS', '6.1.1(24)', 24],
    ['HarmonyOS', '4.0.0(10)', 10],
    ['HarmonyOS', '26.0.0', 26],
    ['OpenHarmony', 9, 9],
    ['OpenHarmony', 24, 24],
    ['OpenHarmony', '26.0.0', 26],
  ];
  for (const [runtime, value, api] of good) {
    test(`${runtime}_${JSON.stringify(value)}_is${api}`, limit, () => {
      assert.deepEqual(readSdkVersion(value, runtime), { api });
    });
  }

  const bad: [RuntimeOS, unknown, RegExp][] = [
    ['HarmonyOS', 12, /"5\.0\.0\(12\)"/],
    ['HarmonyOS', '5.0.0', /names no API level/],
    ['HarmonyOS', '5.0.0(14)', /platform 5\.0\.0 is API 12/],
    ['HarmonyOS', '5.9.9(18)', /write "5\.1\.0\(18\)"/],
    ['HarmonyOS', 'twelve', /not a version of HarmonyOS/],
    ['HarmonyOS', undefined, /a version is a string/],
    ['OpenHarmony', '5.0.0(12)', /not a version of OpenHarmony/],
    ['OpenHarmony', 26, /write "26\.0\.0"/],
    ['OpenHarmony', 12.5, /not an API level/],
    ['OpenHarmony', '12', /integer such as 12/],
  ];
  for (const [runtime, value, fault] of bad) {
    test(`${runtime}_${JSON.stringify(value)}_isRefused`, limit, () => {
      const read = readSdkVersion(value, runtime);
      assert.ok('fault' in read);
      assert.match(read.fault, fault);
    });
  }
});

describe('platformVersion', () => {
  test('everyLevel_readsBack', limit, () => {
    const levels = [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27];
    for (const api of levels) assert.deepEqual(readSdkVersion(platformVersion(api), 'HarmonyOS'), { api });
  });

  test('levelWithoutPlatform_isUndefined', limit, () => {
    assert.equal(platformVersion(25), undefined);
  });
});
