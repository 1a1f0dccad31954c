import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceText } from '../../project/source-text.ts';

const limit = { timeout: 5_000 };

describe('sourceText', () => {
  test('comments_goAndLinesStay', limit, () => {
    assert.equal(sourceText('a // b\n/* c\nd */ e', 'ets', 'strings'), 'a     \n    \n     e');
  });

  test('commentInString_isText', limit, () => {
    assert.equal(sourceText(`x = '//' + "/*"`, 'ets', 'strings'), `x = '//' + "/*"`);
  });

  test('code_blanksStrings', limit, () => {
    assert.equal(sourceText('f("OH_LOG_INFO(", 1)', 'cpp', 'code'), 'f("            ", 1)');
  });

  test('rawString_endsAtItsOwnMark', limit, () => {
    const text = 'a = R"JS(" // no comment)" )JS"; // comment';
    assert.equal(sourceText(text, 'cpp', 'strings').trimEnd(), 'a = R"JS(" // no comment)" )JS";');
  });

  test('digitSeparator_opensNoCharacter', limit, () => {
    assert.equal(sourceText("a = 1'000; // b", 'cpp', 'strings').trimEnd(), "a = 1'000;");
  });

  test('template_keepsItsQuotes', limit, () => {
    assert.equal(sourceText("a = `it's`; // b", 'ets', 'strings').trimEnd(), "a = `it's`;");
  });
});
