import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cacheRoot } from '../../build/home.ts';
import { loadProject } from '../../project/load.ts';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };
// The host NDK of this clone is there already; a scratch folder has none.
const shared = { ARKHOST_CACHE: cacheRoot() };

const TWICE = `#include <napi/native_api.h>

static napi_value Twice(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value value = nullptr;
  double number = 0;
  napi_get_cb_info(env, info, &count, &value, nullptr, nullptr);
  napi_get_value_double(env, value, &number);
  napi_create_double(env, 2 * number, &value);
  return value;
}

static napi_value Init(napi_env env, napi_value exports) {
  napi_value function = nullptr;
  napi_create_function(env, "twice", NAPI_AUTO_LENGTH, Twice, nullptr, &function);
  napi_set_named_property(env, exports, "twice", function);
  return exports;
}

static napi_module twiceModule = {1, 0, nullptr, Init, "twice", nullptr, {nullptr, nullptr, nullptr, nullptr}};

extern "C" __attribute__((constructor)) void RegisterTwice() {
  napi_module_register(&twiceModule);
}
`;

const CMAKE = `cmake_minimum_required(VERSION 3.5.0)
project(Twice CXX)
add_library(twice SHARED twice.cpp)
target_link_libraries(twice PUBLIC libace_napi.z.so)
`;

/** A library with native code beside the project, which the module of the project depends on. */
function writeLinked(place: Scratch): string {
  const project = writeProject(place);
  const write = (path: string, text: string): string => place.write(join('twice', path), text);
  write('oh-package.json5', "{ name: '@acme/twice', version: '1.0.0', main: 'Index.ets' }");
  write('build-profile.json5', "{ buildOption: { externalNativeOptions: { path: './src/main/cpp/CMakeLists.txt' } } }");
  write('src/main/module.json5', "{ module: { name: 'twice', type: 'har', deviceTypes: ['default'] } }");
  write('src/main/cpp/CMakeLists.txt', CMAKE);
  write('src/main/cpp/twice.cpp', TWICE);
  write('Index.ets', "import native from 'libtwice.so';\nexport const four: number = native.twice(2);\n");
  const dependencies = JSON.stringify({ '@acme/twice': 'file:../../twice' });
  place.write('project/entry/oh-package.json5', `{ name: 'entry', version: '1.0.0', dependencies: ${dependencies} }`);
  place.write(
    'project/entry/src/ohosTest/ets/test/Sums.test.ets',
    `import { describe, expect, it } from '@ohos/hypium';
import { four } from '@acme/twice';
export default function sums(): void {
  describe('Twice', () => {
    it('two', 0, () => {
      expect(four).assertEqual(4);
    });
  });
}
`,
  );
  return project;
}

describe('a library outside the modules of the project', limit, () => {
  it('is read with the project', limit, async () => {
    using place = scratch();
    const { modules, linked } = await loadProject(writeLinked(place));
    assert.deepEqual(
      modules.map(({ name }) => name),
      ['entry'],
    );
    assert.deepEqual(
      linked?.map(({ root, type }) => [root, type]),
      [[join(place.folder, 'twice'), 'har']],
    );
  });

  it('has its native code built', limit, async () => {
    using place = scratch();
    const { stdout, stderr, code } = await arkhost(['test', 'entry'], writeLinked(place), shared);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /1 passed, 0 failed/);
  });

  it('is named when it cannot be built', limit, async () => {
    using place = scratch();
    const project = writeLinked(place);
    place.write('twice/src/main/cpp/twice.cpp', 'int broken = ;\n');
    const { stderr, code } = await arkhost(['test', 'entry'], project, shared);
    assert.equal(code, 2);
    assert.match(stderr, /twice\.cpp:1:\d+: error/);
    assert.match(stderr, /the native code of twice does not build/);
  });
});
