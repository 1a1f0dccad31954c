import assert from 'node:assert/strict';
import test from 'node:test';
import { firstDifference, formatText } from '../../checks/format-scripts.ts';

const LIMIT = { timeout: 20_000 };

test('format-text-formats-a-struct-page', LIMIT, async () => {
  const { code, errors } = await formatText('a.ets', "@Component\nstruct A { build() { Text( 'x' ) } }\n");
  assert.deepEqual(errors, []);
  assert.match(code, /^struct A \{\n {2}build\(\) \{\n {4}Text\('x'\)/m);
});

test('format-text-is-stable', LIMIT, async () => {
  const once = await formatText('a.ets', 'let a:number=1;for(let i=0;i<3;i++){console.info("x")}\n');
  assert.equal((await formatText('a.ets', once.code)).code, once.code);
});

test('format-text-gives-the-source-back-when-it-cannot-be-parsed', LIMIT, async () => {
  const { code, errors } = await formatText('a.ets', 'let = ;\n');
  assert.equal(code, 'let = ;\n');
  assert.notEqual(errors.length, 0);
});

test('first-difference-names-the-line', LIMIT, () => {
  assert.equal(firstDifference('a\nb\nc', 'a\nx\nc'), 2);
  assert.equal(firstDifference('a\n', 'a\n\n'), 3);
});
