/** Using what is newer than JSVM_API_LEVEL is a compile error that names both levels. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileErrors, dialects } from './compile.ts';
import { contractEnums, contractFunctions } from './contract.ts';

const LIMIT = { timeout: 120_000 };
const names = [...contractFunctions(), ...contractEnums().flatMap(({ members }) => members)];
// Line 1 includes the header, line n+2 uses names[n].
const source = [
  '#include "ark_runtime/jsvm.h"',
  ...contractFunctions().map(({ name, parameters }) => {
    const types = parameters.map(({ type }) => type).join(', ');
    return `extern JSVM_Status (*use_${name})(${types}); JSVM_Status (*use_${name})(${types}) = ${name};`;
  }),
  ...contractEnums().flatMap(({ members }) =>
    members.map(({ name }) => `extern int use_${name}; int use_${name} = ${name};`),
  ),
];

for (const dialect of dialects()) {
  for (const level of [11, 12, 18, 20, 22, 24, 26]) {
    test(
      `JSVM_API_LEVEL ${level}: every newer name is refused, every other compiles (${dialect.name})`,
      LIMIT,
      async () => {
        const errors = await compileErrors(dialect, source, ['JSVM_EXPERIMENTAL', `JSVM_API_LEVEL=${level}`]);
        for (const [index, { name, since }] of names.entries()) {
          const message = errors.get(index + 2);
          if (since <= level) {
            assert.equal(message, undefined, name);
          } else {
            assert.ok(message !== undefined, `${name} compiles`);
            assert.ok(message.includes(name) && message.includes(`needs API ${since}, project says ${level}`), message);
          }
        }
      },
    );
  }

  test(`JSVM_API_LEVEL undefined: everything compiles (${dialect.name})`, LIMIT, async () => {
    assert.deepEqual(await compileErrors(dialect, source, ['JSVM_EXPERIMENTAL']), new Map());
  });
}
