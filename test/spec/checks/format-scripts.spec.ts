import assert from 'node:assert/strict';
import test from 'node:test';
import { firstDifference, formatText } from '../../checks/format-scripts.ts';
import { loadFormatter } from '../../checks/formatter.ts';

const LIMIT = { timeout: 20_000 };
const format = loadFormatter();
/** npm has the formatter for x64 only. */
const FORMATS = { ...LIMIT, skip: format === undefined };

test('format-text-formats-a-struct-page', FORMATS, async () => {
  assert.ok(format);
  const { code, errors } = await formatText(format, 'a.ets', "@Component\nstruct A { build() { Text( 'x' ) } }\n");
  assert.deepEqual(errors, []);
  assert.match(code, /^struct A \{\n {2}build\(\) \{\n {4}Text\('x'\)/m);
});

test('format-text-is-stable', FORMATS, async () => {
  assert.ok(format);
  const once = await formatText(format, 'a.ets', 'let a:number=1;for(let i=0;i<3;i++){console.info("x")}\n');
  assert.equal((await formatText(format, 'a.ets', once.code)).code, once.code);
});

test('format-text-gives-the-source-back-when-it-cannot-be-parsed', FORMATS, async () => {
  assert.ok(format);
  const { code, errors } = await formatText(format, 'a.ets', 'let = ;\n');
  assert.equal(code, 'let = ;\n');
  assert.notEqual(errors.length, 0);
});

test('first-difference-names-the-line', LIMIT, () => {
  assert.equal(firstDifference('a\nb\nc', 'a\nx\nc'), 2);
  assert.equal(firstDifference('a\n', 'a\n\n'), 3);
});
