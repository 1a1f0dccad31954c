/** Header, library and contract declare the same functions. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { NDK_SOURCE } from '../../build/home.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { run } from '../../build/process.ts';
import { silent } from '../../build/progress.ts';
import { assertCompiles, compileErrors, dialects } from './compile.ts';
import { contractFunctions } from './contract.ts';

const LIMIT = { timeout: 120_000 };
const HEADERS = join(NDK_SOURCE, 'include', 'ark_runtime');
const EXPERIMENTAL = 'OH_JSVM_CreateArrayBufferFromExternalMemory';
const functions = contractFunctions();

const header = await readFile(join(HEADERS, 'jsvm.h'), 'utf8');
const code = header.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\/\/.*$/gm, '');
const declared = [
  ...code.matchAll(/JSVM_EXTERN\s+(?:JSVM_SINCE\((\d+)\)\s+)?JSVM_Status\s+(OH_JSVM_\w+)\(([^)]*)\);/g),
].map(([, since, name, parameters]) => ({
  name: name ?? '',
  since: Number(since ?? '11'),
  parameters: (parameters ?? '').replaceAll(/\s+/g, ' ').trim(),
}));

test('contract: 228 functions, each once', () => {
  assert.equal(functions.length, 228);
  assert.equal(new Set(functions.map(({ name }) => name)).size, 228);
});

test('header: declares the functions of the contract, with their parameters and levels', () => {
  const wanted = functions.map(({ name, since, parameters }) => ({
    name,
    since,
    parameters: parameters.map(({ type, name: parameter }) => `${type} ${parameter}`).join(', '),
  }));
  const sort = (list: typeof wanted): typeof wanted => list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  assert.deepEqual(sort(declared), sort(wanted));
  assert.equal(code.split('OH_JSVM_').length - 1, 228, 'no other mention of a function');
});

test('header: every function has a comment that names its first level', () => {
  for (const { name, since } of functions) {
    const end = header.search(new RegExp(`JSVM_EXTERN\\b[^;]*\\b${name}\\(`));
    const comment = /\/\*\*((?:(?!\*\/).)*)\*\/\s*$/s.exec(header.slice(0, end))?.[1] ?? '';
    assert.match(comment, new RegExp(`@since ${since}\\b`), name);
    assert.ok(comment.replace(/@since.*/s, '').trim().length > 10, `${name} has no description`);
  }
});

test('library: exports the functions of the contract and nothing else', { timeout: 900_000 }, async () => {
  const ndk = await ensureNdk(silent);
  const { code: status, output } = await run('nm', [
    '-D',
    '--defined-only',
    '-P',
    join(ndk.sysroot, 'lib', 'libjsvm.so'),
  ]);
  assert.equal(status, 0, output);
  const exported = output.split('\n').flatMap((line) => {
    const [symbol, kind] = line.split(' ');
    return symbol !== undefined && kind === 'T' ? [symbol.replace(/@.*$/, '')] : [];
  });
  const wanted = [...functions.map(({ name }) => name), 'arkhost_jsvm_host'];
  assert.deepEqual(exported.toSorted(), wanted.toSorted());
});

for (const dialect of dialects()) {
  test(`header: every function has the type of the contract (${dialect.name})`, LIMIT, async () => {
    await assertCompiles(dialect, [
      '#define JSVM_EXPERIMENTAL',
      '#include "ark_runtime/jsvm.h"',
      ...functions.map(({ name, parameters }) => {
        const types = parameters.map(({ type }) => type).join(', ') || 'void';
        return `extern JSVM_Status (*pointer_${name})(${types}); JSVM_Status (*pointer_${name})(${types}) = ${name};`;
      }),
    ]);
  });

  test(
    `JSVM_EXPERIMENTAL: guards its function and its type, and raises JSVM_VERSION (${dialect.name})`,
    LIMIT,
    async () => {
      const use = (what: string): string[] => ['#include "ark_runtime/jsvm.h"', what];
      for (const line of [
        'extern JSVM_FinalizeArrayBuffer finalizer;',
        `extern char size[sizeof(&${EXPERIMENTAL})];`,
      ]) {
        assert.deepEqual([...(await compileErrors(dialect, use(line))).keys()], [2], line);
        await assertCompiles(dialect, use(line), ['JSVM_EXPERIMENTAL']);
      }
      const version = (number: number): string[] => use(`extern char version[JSVM_VERSION == ${number} ? 1 : -1];`);
      await assertCompiles(dialect, version(8));
      await assertCompiles(dialect, version(2147483647), ['JSVM_EXPERIMENTAL']);
      await assertCompiles(dialect, version(7), ['JSVM_VERSION=7']);
    },
  );
}
