import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import JSON5 from 'json5';
import { ProjectError } from '../../project/errors.ts';
import { parseJson5, readJson5, readStrictJson } from '../../project/json5.ts';
import { FixtureProject } from './fixture.ts';

const limit = { timeout: 5_000 };

describe('parseJson5', () => {
  // Most files take a short cut through the built-in parser, which must not change what they mean.
  const texts = [
    '{"a": 1}',
    '{"a": [1, 2,], }',
    '{"a": 1, // one\n}',
    '{"a": [1, /* two */ ], /* b: , */ }',
    '{"a": "// no comment", "b": "/* nor */ this, }"}',
    '{"a": "quote \\" // still text"}',
    "{'a': '//', b: \"c\"}",
    '{"a": \'"\', "b": "x,}"}',
    '{"a": "/*", "b": "*/"}',
    "{'a': '/*', 'b': '*/'}",
    '{"url": "http://example.com/", }',
    '{"a": 0x1F, "b": +1, "c": .5}',
    '// only before\n[1]\n// and after',
    '{"a": "two \\\nlines"}',
  ];
  for (const text of texts) {
    test(`means the same: ${JSON.stringify(text)}`, limit, () => {
      assert.deepEqual(parseJson5(text, 'file'), JSON5.parse(text));
    });
  }

  for (const text of ['[,]', '{,}', '[1,,]', '[1/**/2]', '{"a" 1}', '{"a": 1', '', '{"a": 1}}', '/* open']) {
    test(`is refused: ${JSON.stringify(text)}`, limit, () => {
      assert.throws(() => JSON5.parse(text), 'the real parser refuses it');
      assert.throws(() => parseJson5(text, 'file'), ProjectError);
    });
  }

  test('error_hasItsPlace', limit, () => {
    assert.throws(() => parseJson5('{\n  "a": 1\n  "b": 2\n}', '/p/a.json5'), {
      name: 'ProjectError',
      file: '/p/a.json5',
      line: 3,
      column: 3,
      message: `/p/a.json5:3:3: invalid character '\\"'; mend the syntax`,
    });
  });
});

describe('files', () => {
  test('missing_saysAddIt', limit, () => {
    assert.throws(() => readJson5('/no/such.json5'), /^ProjectError: \/no\/such\.json5: the file is missing; add it$/);
  });

  test('folder_cannotBeRead', limit, () => {
    assert.throws(() => readJson5('/'), /cannot be read \(EISDIR\)/);
  });

  test('strictJson_refusesWhatJson5Allows', limit, () => {
    using files = new FixtureProject({ 'a.json': '{\n  "a": 1,\n}', 'b.json': '{"a": 1}' });
    assert.throws(() => readStrictJson(files.path('a.json')), /a\.json(:3:1)?: this is JSON5, not JSON/);
    assert.deepEqual(readStrictJson(files.path('b.json')), { a: 1 });
  });
});
