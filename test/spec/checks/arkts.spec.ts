import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkEts } from '../../checks/arkts/check.ts';
import type { EtsFinding } from '../../checks/arkts/check.ts';
import { TYPES_ROOT, globalDeclarations } from '../../checks/arkts/declarations.ts';

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'arkts');
const FILES = readdirSync(FIXTURES).filter((name) => name.endsWith('.ets'));
const LIMIT = { timeout: 60_000 };

// One program for all fixtures: making one takes most of a second.
let findings: EtsFinding[] | undefined;

function findingsOf(file: string): string[] {
  findings ??= checkEts({
    root: FIXTURES,
    files: FILES.map((name) => join(FIXTURES, name)),
    libraries: { 'libsample.so': join(FIXTURES, 'libsample.d.ts') },
    packages: {},
    api: 12,
  });
  return findings.filter((finding) => finding.file === file).map(({ line, code }) => `${line} ${code}`);
}

/** Each line of a fixture that ends in `// expect: CODE` must be reported with that code, and no other line. */
function expectedIn(file: string): string[] {
  const lines = readFileSync(join(FIXTURES, file), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const code = /\/\/ expect: (\S+)$/.exec(line)?.[1];
    return code === undefined ? [] : [`${index + 1} ${code}`];
  });
}

for (const file of FILES.filter((name) => !name.startsWith('good'))) {
  test(`check-ets-reports-${file.replace('.ets', '')}`, LIMIT, () => {
    const expected = expectedIn(file);
    assert.notEqual(expected.length, 0, 'the fixture expects nothing');
    assert.deepEqual(findingsOf(file), expected);
  });
}

test('check-ets-accepts-good-files', LIMIT, () => {
  const good = FILES.filter((name) => name.startsWith('good'));
  assert.deepEqual(good.flatMap(findingsOf), []);
});

test('fixtures-cover-every-rule-the-check-promises', LIMIT, () => {
  const promised = [
    'arkts-limited-throw',
    'arkts-no-any-unknown',
    'arkts-no-delete',
    'arkts-no-destruct-decls',
    'arkts-no-for-in',
    'arkts-no-func-expressions',
    'arkts-no-private-identifiers',
    'arkts-no-props-by-index',
    'arkts-no-spread',
    'arkts-no-symbol',
    'arkts-no-untyped-obj-literals',
    'arkts-no-var',
    'ui-build',
    'ui-build-syntax',
    'ui-component',
    'ui-entry-root',
    'ui-link-passed',
    'ui-one-entry',
    'ui-one-root',
  ];
  const covered = new Set(FILES.flatMap(expectedIn).map((expected) => expected.split(' ')[1]));
  assert.deepEqual(
    promised.filter((rule) => !covered.has(rule)),
    [],
  );
});

test('check-ets-finds-no-type-error-in-our-declarations', LIMIT, () => {
  const kits = readdirSync(join(TYPES_ROOT, 'kits')).map((name) => join(TYPES_ROOT, 'kits', name));
  const files = [...globalDeclarations(), ...kits];
  const errors = checkEts({ root: TYPES_ROOT, files, libraries: {}, packages: {}, api: 12, checkDeclarations: true })
    // The strict rules are for applications; the SDK's own declarations break them too (call signatures and the like).
    .filter(({ code }) => code.startsWith('TS'));
  assert.deepEqual(errors, []);
});
