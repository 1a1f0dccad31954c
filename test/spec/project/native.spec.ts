import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nativeOptions } from '../../project/native.ts';

function argumentsOf(value: unknown): string[] | undefined {
  return nativeOptions({ buildOption: { externalNativeOptions: { arguments: value } } }, '/module')?.arguments;
}

test('arguments-verbose-leftOut', () => {
  assert.deepEqual(argumentsOf('-v -DOHOS_STL=c++_shared'), ['-DOHOS_STL=c++_shared']);
  assert.deepEqual(argumentsOf(['-v', '-DA=b c']), ['-DA=b c']);
});

test('arguments-wordsWithoutDash-leftOut', () => {
  assert.deepEqual(argumentsOf('word -DA=1'), ['-DA=1']);
});
