/** Enum values, struct layouts, handles, callbacks and macros of the headers are those of the contract. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { NDK_SOURCE } from '../../build/home.ts';
import { assertCompiles, compileErrors, dialects, staticAssert } from './compile.ts';
import { contractCallbacks, contractEnums, contractHandles, contractStructs } from './contract.ts';

const LIMIT = { timeout: 120_000 };
const INCLUDES = ['#define JSVM_EXPERIMENTAL', '#include "ark_runtime/jsvm.h"'];

function asserting(conditions: string[]): string[] {
  return [...INCLUDES, ...conditions.map(staticAssert)];
}

test('types: the header declares the types of the contract and no others', async () => {
  const header = await readFile(join(NDK_SOURCE, 'include', 'ark_runtime', 'jsvm_types.h'), 'utf8');
  const code = header.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\/\/.*$/gm, '');
  const plain = [...code.matchAll(/^(?:typedef struct \w+|\})\s*\*?\s*(JSVM_\w+);/gm)].map(([, name]) => name);
  const aliases = [...code.matchAll(/^typedef JSVM_\w+\s*\*\s*(JSVM_\w+);/gm)].map(([, name]) => name);
  const pointers = [...code.matchAll(/^typedef \w+\s*\(JSVM_CDECL\s*\*\s*(JSVM_\w+)\)/gm)].map(([, name]) => name);
  const wanted = [...contractHandles(), ...contractEnums(), ...contractStructs(), ...contractCallbacks()].map((type) =>
    typeof type === 'string' ? type : type.name,
  );
  wanted.push('JSVM_Callback', 'JSVM_PropertyHandlerCfg');
  assert.deepEqual([...plain, ...aliases, ...pointers].toSorted(), wanted.toSorted());
});

for (const dialect of dialects()) {
  test(`enums: every member has its value, every enum is int sized (${dialect.name})`, LIMIT, async () => {
    const conditions = contractEnums().flatMap(({ name, members }) => [
      `sizeof(${name}) == sizeof(int)`,
      ...members.map(({ name: member, value }) => `(int)${member} == ${value}`),
    ]);
    await assertCompiles(dialect, asserting(conditions));
  });

  test(`structs: size, alignment and offsets (${dialect.name})`, LIMIT, async () => {
    const alignments = contractStructs().map(({ name }) => `struct align_${name} { char first; ${name} second; };`);
    const conditions = contractStructs().flatMap(({ name, size, alignment, fields }) => [
      `sizeof(${name}) == ${size}`,
      `offsetof(struct align_${name}, second) == ${alignment}`,
      ...fields.map(({ name: field, offset }) => `offsetof(${name}, ${field}) == ${offset}`),
    ]);
    // A const member has no default constructor in C++; only its place matters here.
    await assertCompiles(dialect, [...INCLUDES, '#include <stddef.h>', ...alignments, ...conditions.map(staticAssert)]);
  });

  test(`callbacks: every pointer has the type of the contract (${dialect.name})`, LIMIT, async () => {
    await assertCompiles(dialect, [
      ...INCLUDES,
      ...contractCallbacks().flatMap(({ name, returns, parameters }) => [
        `extern ${name} a_${name};`,
        `extern ${returns} (*a_${name})(${parameters});`,
      ]),
    ]);
  });

  test(`handles: distinct pointers to incomplete structs (${dialect.name})`, LIMIT, async () => {
    await assertCompiles(dialect, [
      ...INCLUDES,
      ...contractHandles().map((name) => `extern struct ${name}__* a_${name}; extern ${name} a_${name};`),
    ]);
    const mixed = [...INCLUDES, 'JSVM_VM mix(JSVM_Env env);', 'JSVM_VM mix(JSVM_Env env) { return env; }'];
    assert.deepEqual([...(await compileErrors(dialect, mixed)).keys()], [4]);
  });

  test(`macros: JSVM_AUTO_LENGTH, char16_t and EXTERN_C_START (${dialect.name})`, LIMIT, async () => {
    const conditions = [
      'JSVM_AUTO_LENGTH == SIZE_MAX',
      'sizeof(char16_t) == 2',
      'JSVM_VERSION_EXPERIMENTAL == 2147483647',
    ];
    const linkage = ['EXTERN_C_START', 'void JSVM_CDECL plain(void);', 'EXTERN_C_END'];
    await assertCompiles(dialect, [...asserting(conditions), ...linkage]);
  });
}
