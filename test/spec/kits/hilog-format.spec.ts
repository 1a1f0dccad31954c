import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatHilog } from '../../kits/hilog-format.ts';

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

/** Name, format, arguments, text. */
const table: [name: string, format: string, values: unknown[], text: string][] = [
  ['public string', '%{public}s', ['a'], 'a'],
  ['private string', '%{private}s', ['a'], '<private>'],
  ['no marker is private', '%s and %d', ['a', 1], '<private> and <private>'],
  ['numbers', '%{public}d %{public}i', [1, 2.5], '1 2.5'],
  ['bigint', '%{public}d', [2n ** 60n], '1152921504606846976'],
  ['objects', '%{public}o %{public}O %{public}j', [{ a: 1 }, [1], { b: 'c' }], '{"a":1} [1] {"b":"c"}'],
  ['a cycle', '%{public}o', [cycle], '[object Object]'],
  ['null, undefined, boolean', '%{public}s %{public}s %{public}s', [null, undefined, true], 'null undefined true'],
  ['percent sign', '100%% of %{public}s', ['it'], '100% of it'],
  ['more conversions than arguments', '%{public}s %{public}s', ['a'], 'a %{public}s'],
  ['more arguments than conversions', '%{public}s', ['a', 'b'], 'a'],
  ['no arguments: literal', '50% %{public}s', [], '50% %{public}s'],
  ['unknown conversion stays', '%{public}x %{public}s', ['a'], '%{public}x a'],
  ['a value that looks like a conversion', '%{public}s %{public}s', ['%{public}s', 'b'], '%{public}s b'],
];

describe('formatHilog', () => {
  for (const [name, format, values, text] of table) it(name, () => assert.equal(formatHilog(format, values), text));
});
