import assert from 'node:assert/strict';
import test from 'node:test';
import { CHECKS, selectChecks } from '../../checks/catalog.ts';

const LIMIT = { timeout: 10_000 };

test('select-checks-takes-all-without-a-choice', LIMIT, () => {
  assert.equal(selectChecks(undefined), CHECKS);
});

test('select-checks-takes-a-group-by-the-part-before-the-dash', LIMIT, () => {
  const names = selectChecks(['format']).map(({ name }) => name);
  assert.deepEqual(names, ['format-arkts', 'format-ts', 'format-cpp']);
});

test('select-checks-keeps-the-order-of-the-catalog', LIMIT, () => {
  assert.deepEqual(
    selectChecks(['types', 'project']).map(({ name }) => name),
    ['project', 'types'],
  );
});

test('select-checks-rejects-an-unknown-name', LIMIT, () => {
  assert.throws(() => selectChecks(['project', 'form']), /no check is called 'form'; the checks are format-arkts/);
});

test('select-checks-rejects-an-empty-choice', LIMIT, () => {
  assert.throws(() => selectChecks([]), /no check is called ''/);
});

test('catalog-names-are-unique', LIMIT, () => {
  const names = CHECKS.map(({ name }) => name);
  assert.deepEqual([...new Set(names)], names);
});
