import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { declaredFunctions, readPlatform } from '../../checks/device-abi/functions.ts';
import { judgeExports, judgeHeaders, judgeUndefined } from '../../checks/device-abi/judge.ts';
import { TARGETS } from '../../checks/device-abi/target.ts';

const LIMIT = { timeout: 10_000 };
const [ARM64] = TARGETS;
const GOOD = `
  Machine:                           AArch64
  0x000000000000000e (SONAME)             Library soname: [libentry.so]
  0x0000000000000001 (NEEDED)             Shared library: [libjsvm.so]
  0x0000000000000001 (NEEDED)             Shared library: [libc.so]
`;

function headerFindings(readelf: string): string[] {
  assert.ok(ARM64);
  return judgeHeaders(readelf, ARM64, 'libentry.so');
}

test('judge-headers-accepts-a-device-library', LIMIT, () => {
  assert.deepEqual(headerFindings(GOOD), []);
});

test('judge-headers-reports-another-machine', LIMIT, () => {
  assert.match(headerFindings(GOOD.replace('AArch64', 'Advanced Micro Devices X86-64')).join(), /another machine/);
});

test('judge-headers-reports-another-name', LIMIT, () => {
  assert.match(headerFindings(GOOD.replace('[libentry.so]', '[libother.so]')).join(), /SONAME is not libentry\.so/);
});

test('judge-headers-reports-text-relocations', LIMIT, () => {
  assert.match(headerFindings(`${GOOD}  0x16 (TEXTREL)  0x0\n`).join(), /text relocations/);
});

test('judge-headers-reports-a-library-the-device-lacks', LIMIT, () => {
  assert.match(headerFindings(GOOD.replace('libc.so', 'libstdc++.so.6')).join(), /needs libstdc\+\+\.so\.6/);
});

test('judge-undefined-accepts-platform-libc-and-cxx-runtime', LIMIT, () => {
  const symbols = [
    'OH_JSVM_Init',
    'malloc',
    '_ZNSt4__n112basic_stringE',
    '__cxa_throw',
    '_Znwm',
    '__emutls_get_address',
  ];
  assert.deepEqual(judgeUndefined(symbols, new Set(['OH_JSVM_Init']), new Set(['malloc'])), []);
});

for (const [name, symbol, expected] of [
  ['an-undeclared-function', 'OH_JSVM_Invented', /no library of the device/],
  ['the-computer-libcxx', '_ZNSt3__112basic_stringE', /the computer's own/],
  ['the-computer-libstdcxx', '_ZNSt7__cxx1112basic_stringE', /the computer's own/],
  ['a-fortified-libc-call', '__memcpy_chk', /the computer's own/],
  ['a-libc-function-the-device-lacks', 'qsort_r', /device's libc lacks/],
] as const) {
  test(`judge-undefined-reports-${name}`, LIMIT, () => {
    // qsort_r is in Debian's musl, and still not on the device.
    assert.match(judgeUndefined([symbol], new Set(), new Set(['qsort_r'])).join(), expected);
  });
}

test('judge-exports-reports-what-leaks-out-of-the-module', LIMIT, () => {
  assert.deepEqual(judgeExports(['_ZNSt4__n16vectorE', '_ZTINSt4__n115']), []);
  assert.match(judgeExports(['RunScript']).join(), /exports RunScript/);
});

test('declared-functions-ignores-comments-and-macros', LIMIT, () => {
  const header = `
/** Like OH_JSVM_Old( */
// OH_JSVM_Gone(x)
#define OH_LOG_INFO(type, ...) \\
  OH_LOG_Macro(type)
JSVM_EXTERN JSVM_Status OH_JSVM_Init(const JSVM_InitOptions* options);
napi_status napi_create_object(
    napi_env env);
`;
  assert.deepEqual(declaredFunctions(header), ['OH_JSVM_Init', 'napi_create_object']);
});

test('read-platform-reports-headers-that-moved', LIMIT, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'arkhost-headers-'));
  context.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'jsvm.h'), 'int OH_JSVM_Init(void);\n');
  await assert.rejects(readPlatform(folder), /declares no function of libhilog_ndk\.z\.so/);
});

test('read-platform-leaves-out-what-the-device-does-not-export', LIMIT, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'arkhost-headers-'));
  context.after(() => rm(folder, { recursive: true }));
  const functions = ['OH_JSVM_Init', 'OH_LOG_Print', 'napi_wrap', 'napi_adjust_external_memory', 'napi_wrap'];
  await writeFile(join(folder, 'all.h'), functions.map((name) => `int ${name}(void);\n`).join(''));
  assert.deepEqual(await readPlatform(folder), {
    'libjsvm.so': ['OH_JSVM_Init'],
    'libhilog_ndk.z.so': ['OH_LOG_Print'],
    'libace_napi.z.so': ['napi_wrap'],
  });
});
