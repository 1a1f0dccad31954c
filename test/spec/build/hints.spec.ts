import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hintsFor } from '../../build/hints.ts';

type Kind = 'clang' | 'gcc';

/** What tools say (as Debian's versions word it), and a part of the hint that has to follow. */
const messages: [name: string, kind: Kind, said: string, hint: string | undefined][] = [
  ['gcc: no header', 'gcc', 'a.cpp:1:10: fatal error: securec.h: No such file or directory', '--include <folder>'],
  [
    'clang: no header',
    'clang',
    "a.cpp:1:10: fatal error: 'multi/part.h' file not found",
    'the host NDK has no multi/part.h',
  ],
  ['clang: no declaration', 'clang', "a.cpp:5:3: error: use of undeclared identifier 'memset'", 'include <cstring>'],
  ['gcc: no declaration', 'gcc', 'a.cpp:5:3: error: ‘memset’ was not declared in this scope', 'include <cstring>'],
  [
    'clang: no member of std',
    'clang',
    "a.cpp:5: error: no member named 'thread' in namespace 'std'",
    'include <thread>',
  ],
  ['gcc: no member of std', 'gcc', 'a.cpp:5:3: error: ‘unique_ptr’ is not a member of ‘std’', 'include <memory>'],
  ['a name of nobody', 'clang', "a.cpp:5:3: error: use of undeclared identifier 'frobnicate'", undefined],
  ['ld: no library', 'gcc', '/usr/bin/ld: cannot find -lEGL: No such file or directory', '--link libEGL.so=<file>'],
  ['lld: no library', 'clang', 'ld.lld: error: unable to find library -lz.z', '--link libz.z.so=<file>'],
  [
    'Node-API not linked',
    'gcc',
    "a.o: undefined reference to `arkhost_napi_throw'",
    'add libace_napi.z.so to target_link_libraries: napi_throw',
  ],
  ['hilog not linked', 'clang', 'ld.lld: error: undefined symbol: OH_LOG_Print', 'add libhilog_ndk.z.so'],
  [
    'raw files not linked',
    'clang',
    'ld.lld: error: undefined symbol: OH_ResourceManager_OpenRawFile',
    'add librawfile.z.so',
  ],
  ['device not linked', 'gcc', "a.o: undefined reference to `OH_GetFirstApiVersion'", 'add libdeviceinfo_ndk.z.so'],
  ['libuv not linked', 'gcc', "a.o: undefined reference to `uv_timer_start'", 'add libuv.so'],
  ['a symbol of nobody', 'gcc', "a.o: undefined reference to `some_function'", undefined],
  [
    'no prebuilt library',
    'clang',
    "ninja: error: '/p/libs/x86_64/libx.so', needed by 'libentry.so', missing and no known rule",
    '/p/libs/x86_64/libx.so does not exist',
  ],
  [
    'library of a device',
    'gcc',
    '/usr/bin/ld: /p/libs/libx.so: error adding symbols: file in wrong format',
    '/p/libs/libx.so is built for another system',
  ],
  [
    'initialisers out of order',
    'gcc',
    "a.cpp:3:1: error: designator order for field 'S::a' does not match declaration order in 'S'",
    'Install clang++ 16',
  ],
  [
    'mixed initialisers',
    'gcc',
    'a.cpp:3:1: error: either all initializer clauses should be designated or none of them should be',
    'Install clang++ 16',
  ],
  [
    'no package',
    'clang',
    '  By not providing "FindCurl.cmake" ... configuration file provided by "Curl" with any',
    '--cmake-arg -DCurl_DIR=<folder>',
  ],
  ['no module package', 'clang', 'Could NOT find OpenSSL, try to set the path', '--cmake-arg -DOpenSSL_DIR=<folder>'],
];

describe('hintsFor', () => {
  for (const [name, kind, said, hint] of messages) {
    it(name, () => {
      const hints = hintsFor(`In file included from here:\n${said}\n`, kind);
      assert.equal(hints.length, hint === undefined ? 0 : 1, hints.join('\n'));
      const first = hints[0] ?? '';
      assert.ok(first.includes(hint ?? ''), first);
    });
  }

  it('gives each hint once', () => {
    const line = '/usr/bin/ld: cannot find -lEGL: No such file or directory\n';
    assert.equal(hintsFor(line + line, 'gcc').length, 1);
  });
});

describe('hintsFor, many lines', () => {
  it('a library that is missing is told once, by its first function', () => {
    const functions = ['napi_create_double', 'OH_LOG_Print', 'napi_throw'];
    const said = functions.map((name) => `a.o: undefined reference to \`${name}'`).join('\n');
    assert.deepEqual(hintsFor(said, 'gcc'), [
      'add libace_napi.z.so to target_link_libraries: napi_create_double lives there',
      'add libhilog_ndk.z.so to target_link_libraries: OH_LOG_Print lives there',
    ]);
  });
});
