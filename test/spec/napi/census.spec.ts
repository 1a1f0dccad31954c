/** The functions of the headers, those that the library exports, and those that the NULL sweep calls are the same. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../build/process.ts';
import { testNdk } from './harness/modules.ts';

const LIMIT = { timeout: 600_000 };
const HEADERS = join(import.meta.dirname, '..', '..', 'ndk', 'include', 'napi');
const SWEEPS = join(import.meta.dirname, 'modules');

// Declared on a device too, and missing there as well.
const NOT_EXPORTED = ['napi_adjust_external_memory'];
// They return no status.
const NO_STATUS = ['napi_fatal_error', 'napi_module_register'];

async function declared(): Promise<string[]> {
  const texts = await Promise.all(['node_api.h', 'native_api.h'].map((name) => readFile(join(HEADERS, name), 'utf8')));
  return [...texts.join('').matchAll(/NAPI_ENTRY\((\w+)\)/g)].map((match) => match[1] ?? '').sort();
}

test('exports: the 192 functions of a device', LIMIT, async () => {
  const { sysroot } = await testNdk();
  const { stdout } = await run('nm', ['-D', '--defined-only', join(sysroot, 'lib', 'libace_napi.z.so')]);
  const exported = [...stdout.matchAll(/ arkhost_(\w+)$/gm)].map((match) => match[1] ?? '');
  const functions = exported.filter((name) => name !== 'napi_host').sort();
  assert.equal(functions.length, 192);
  assert.deepEqual(
    functions,
    (await declared()).filter((name) => !NOT_EXPORTED.includes(name)),
  );
});

test('exports: nothing else leaves the library', LIMIT, async () => {
  const { sysroot } = await testNdk();
  for (const [library, own] of [
    ['libace_napi.z.so', /^arkhost_/],
    ['libhilog_ndk.z.so', /^(OH_LOG_|arkhost_hilog_host$)/],
    ['libjsvm.so', /^(OH_JSVM_|arkhost_jsvm_host$)/],
  ] as const) {
    const { stdout } = await run('nm', ['-D', '--defined-only', join(sysroot, 'lib', library)]);
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1) ?? '');
    assert.deepEqual(
      names.filter((name) => !own.test(name)),
      [],
      library,
    );
  }
});

test('null arguments: every function is swept', LIMIT, async () => {
  const files = (await readdir(SWEEPS)).filter((name) => name.startsWith('null_arguments'));
  const texts = await Promise.all(files.map((name) => readFile(join(SWEEPS, name), 'utf8')));
  const swept = [...texts.join('').matchAll(/Sweep\(\s*"(\w+)"/g)].map((match) => match[1] ?? '').sort();
  const expected = (await declared()).filter((name) => !NOT_EXPORTED.includes(name) && !NO_STATUS.includes(name));
  assert.deepEqual(swept, expected);
});
