/** Modules configure, compile and link against the sysroot as on a device. */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../../build/process.ts';
import { findBuildTools } from '../../build/tools.ts';
import { testNdk } from './harness/modules.ts';

const LIMIT = { timeout: 120_000 };

const CALLS_ALL = `
#include "napi/native_api.h"
#include "ark_runtime/jsvm.h"
#define LOG_TAG "Toolchain"
#include "hilog/log.h"
int Use(napi_env env, napi_value* value) {
  OH_LOG_INFO(LOG_APP, "%{public}d", OH_JSVM_Init(nullptr));
  return napi_create_object(env, value);
}
`;

let folder = '';
let ndk: Awaited<ReturnType<typeof testNdk>>;

before(
  async () => {
    ndk = await testNdk();
    folder = await mkdtemp(join(tmpdir(), 'arkhost-toolchain-spec-'));
  },
  { timeout: 900_000 },
);
after(() => rm(folder, { recursive: true, force: true }));

/** Configures and builds a module of one source file; `cmake` stands after its add_library. */
async function build(
  name: string,
  cmake: string,
  source: string,
  toolchain = ndk.toolchain,
): Promise<{ code: number | null; output: string }> {
  const project = join(folder, name);
  await mkdir(project);
  await writeFile(join(project, 'module.cpp'), source);
  const head = 'cmake_minimum_required(VERSION 3.5.0)\nproject(module CXX)\nadd_library(module SHARED module.cpp)\n';
  await writeFile(join(project, 'CMakeLists.txt'), head + cmake);
  const tools = findBuildTools();
  const tree = join(project, 'tree');
  const configured = await run(tools.cmake, [
    ...['-S', project, '-B', tree, '-G', tools.generator],
    ...[`-DCMAKE_TOOLCHAIN_FILE=${toolchain}`, `-DCMAKE_CXX_COMPILER=${ndk.compiler}`],
  ]);
  if (configured.code !== 0) return configured;
  const built = await run(tools.cmake, ['--build', tree]);
  return { code: built.code, output: configured.output + built.output };
}

async function builds(name: string, cmake: string): Promise<void> {
  const { code, output } = await build(name, cmake, CALLS_ALL);
  assert.equal(code, 0, output);
}

test('link: device names with lib and .so', LIMIT, () =>
  builds('names', 'target_link_libraries(module PUBLIC libace_napi.z.so libjsvm.so libhilog_ndk.z.so)'),
);

test('link: a sysroot in a folder with blanks in its name', LIMIT, async () => {
  const sysroot = join(folder, 'user s cache');
  await cp(ndk.sysroot, sysroot, { recursive: true });
  const libraries = 'target_link_libraries(module PUBLIC ace_napi.z jsvm hilog_ndk.z)';
  const { code, output } = await build('blanks', libraries, CALLS_ALL, join(sysroot, 'arkhost.toolchain.cmake'));
  assert.equal(code, 0, output);
});

test('link: plain names', LIMIT, () =>
  builds('plain', 'target_link_libraries(module PUBLIC ace_napi.z jsvm hilog_ndk.z)'),
);

test('link: -l options', LIMIT, () =>
  builds('options', 'target_link_libraries(module PUBLIC -lace_napi.z -ljsvm -lhilog_ndk.z)'),
);

test("link: the device's C++ library by name", LIMIT, () =>
  builds('runtime', 'target_link_libraries(module PUBLIC libc++_shared.so ace_napi.z jsvm hilog_ndk.z)'),
);

test('link: libraries found by find_library', LIMIT, () =>
  builds(
    'found',
    `find_library(hilog hilog_ndk.z REQUIRED)
     find_library(napi libace_napi.z.so REQUIRED)
     find_library(vm jsvm REQUIRED)
     target_link_libraries(module PUBLIC \${hilog} \${napi} \${vm})`,
  ),
);

test('link: a missing library is found', LIMIT, async () => {
  const cmake = 'target_link_libraries(module PUBLIC libace_napi.z.so libhilog_ndk.z.so)';
  const { code, output } = await build('missing', cmake, CALLS_ALL);
  assert.notEqual(code, 0);
  assert.match(output, /undefined (reference|symbol)[^]*OH_JSVM_Init/);
});

test('link: what a device does not export is missing', LIMIT, async () => {
  const source = `
#include "napi/native_api.h"
int Use(napi_env env, int64_t* total) { return napi_adjust_external_memory(env, 1, total); }
`;
  const { code, output } = await build('adjust', 'target_link_libraries(module PUBLIC libace_napi.z.so)', source);
  assert.notEqual(code, 0);
  assert.match(output, /the device does not export it/);
  assert.match(output, /undefined (reference|symbol)/);
});

test('compile: a format that is no literal is refused', LIMIT, async () => {
  const source = '#include <cstdio>\nvoid Say(const char* text) { printf(text); }\n';
  const { code, output } = await build('security', '', source);
  assert.notEqual(code, 0);
  assert.match(output, /format-security/);
});

test('compile: the headers are C as well', LIMIT, async () => {
  const file = join(folder, 'headers.c');
  const names = ['napi/native_api.h', 'ark_runtime/jsvm.h', 'hilog/log.h'];
  const use =
    'static napi_value Init(napi_env env, napi_value exports) { (void)env; return exports; }\nNAPI_MODULE(c, Init)\n';
  await writeFile(file, names.map((name) => `#include "${name}"\n`).join('') + use);
  const flags = ['-x', 'c', '-std=c11', '-Wall', '-Wextra', '-Werror', '-fsyntax-only'];
  const { code, output } = await run(ndk.compiler, [...flags, '-I', join(ndk.sysroot, 'include'), file]);
  assert.equal(code, 0, output);
});

test('compile: scripts and sources are told that it is OpenHarmony', LIMIT, async () => {
  const cmake = `
    if(NOT OHOS OR NOT OHOS_ARCH MATCHES "^(x86_64|arm64-v8a)$" OR NOT CMAKE_OHOS_ARCH_ABI STREQUAL OHOS_ARCH)
      message(FATAL_ERROR "OHOS is not set as the device sets it")
    endif()`;
  const { code, output } = await build('told', cmake, '#ifndef __OHOS__\n#error not told\n#endif\n');
  assert.equal(code, 0, output);
});

test('level: newer functions name the level they need', LIMIT, async () => {
  const source = `
#include "napi/native_api.h"
#include "hilog/log.h"
void Use(napi_env env) {
  OH_LOG_SetMinLogLevel(LOG_WARN);
  napi_throw_business_error(env, 1, "text");
}
`;
  const link = 'target_link_libraries(module PUBLIC libace_napi.z.so libhilog_ndk.z.so)\n';
  const old = await build('level12', `${link}target_compile_definitions(module PRIVATE JSVM_API_LEVEL=12)`, source);
  assert.notEqual(old.code, 0);
  assert.match(old.output, /OH_LOG_SetMinLogLevel[^]*needs API 15/);
  assert.match(old.output, /napi_throw_business_error[^]*needs API 23/);
  const recent = await build('level23', `${link}target_compile_definitions(module PRIVATE JSVM_API_LEVEL=23)`, source);
  assert.equal(recent.code, 0, recent.output);
});
