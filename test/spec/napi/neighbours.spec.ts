/** The small libraries beside Node-API export the functions of their headers, and nothing else. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../build/process.ts';
import { testNdk } from './harness/modules.ts';

const LIMIT = { timeout: 600_000 };

/** Library, the headers below the sysroot's `include`, and what its functions are called. */
const libraries: readonly (readonly [library: string, headers: string, functions: RegExp])[] = [
  ['libhitrace_ndk.z.so', 'hitrace', /\b(OH_HiTrace_\w+)\(/g],
  ['libdeviceinfo_ndk.z.so', 'deviceinfo.h', /\b(OH_Get\w+)\(/g],
  ['libqos.so', 'qos', /\b(OH_QoS_\w+)\(/g],
  ['libohhidebug.so', 'hidebug', /\b(OH_HiDebug_\w+)\(/g],
  ['librawfile.z.so', 'rawfile', /\b(OH_ResourceManager_\w+)\(/g],
];

async function textsOf(place: string): Promise<string> {
  const files = place.endsWith('.h') ? [place] : (await readdir(place)).map((name) => join(place, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.join('\n').replaceAll(/\/\*.*?\*\//gs, '');
}

for (const [library, headers, functions] of libraries) {
  test(`${library}: exports what ${headers} declares`, LIMIT, async () => {
    const { sysroot } = await testNdk();
    const text = await textsOf(join(sysroot, 'include', headers));
    const declared = [...new Set([...text.matchAll(functions)].map((match) => match[1] ?? ''))].sort();
    const { stdout } = await run('nm', ['-D', '--defined-only', join(sysroot, 'lib', library)]);
    const exported = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1) ?? '')
      .sort();
    assert.ok(declared.length > 2);
    assert.deepEqual(exported, declared);
  });
}
