/** Strings, numbers and bigints of the JSVM-API against JS's own rules. */
import { it } from 'node:test';
import fc from 'fast-check';
import { check, compare, loadDriver } from './driver.ts';
import { fromLatin1, fromUtf8, readAll, toUtf8 } from './models/text.ts';

const driver = await loadDriver();
const options = { timeout: 1_800_000 };

/** Code units, with surrogates, in pairs and alone, much more often than by chance. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.integer({ min: 0, max: 0xffff }),
);
const text = fc.array(unit, { maxLength: 40 }).map((units) => String.fromCharCode(...units));
/** Bytes that begin, continue and break UTF-8 sequences. */
const byte = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xbf }),
  fc.constantFrom(0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff, 0x9f, 0xa0),
);
const bytes = fc.oneof(
  fc.array(byte, { maxLength: 40 }),
  text.map((value) => [...toUtf8(value)]),
);

it('CreateString-decodes_as_the_encodings_of_JS', options, () => {
  check(bytes, 1500, (value) => {
    compare(
      driver,
      [
        ['createUtf8', value],
        ['createLatin1', value],
      ],
      [fromUtf8(value), fromLatin1(value)],
    );
  });
});

it('GetValueString-gives_whole_characters_up_to_the_capacity', options, () => {
  check(fc.tuple(text, fc.array(fc.nat(90), { minLength: 1, maxLength: 8 })), 1500, ([value, capacities]) => {
    compare(
      driver,
      [
        ['createUtf16', value],
        ['lengths', value],
        ...capacities.map((n): [string, string, number] => ['read', value, n]),
      ],
      [
        value,
        [toUtf8(value).length, value.length, value.length],
        ...capacities.map((capacity) => readAll(value, capacity)),
      ],
    );
  });
});

it('GetValueNumber-converts_as_JS_does', options, () => {
  const number = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.constantFrom(2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 63), 2 ** 64, 1e20, -0, 0.5, -0.5),
  );
  check(fc.array(number, { minLength: 1, maxLength: 10 }), 1500, (values) => {
    compare(
      driver,
      values.map((value) => ['number', value]),
      values.map((value) => [value, value | 0, value >>> 0, toInt64(value)]),
    );
  });
});

/** Cut and saturated; what is not finite is 0. */
function toInt64(value: number): bigint {
  if (!Number.isFinite(value)) return 0n;
  const cut = BigInt(Math.trunc(value));
  if (cut > 2n ** 63n - 1n) return 2n ** 63n - 1n;
  return cut < -(2n ** 63n) ? -(2n ** 63n) : cut;
}

it('Bigint-keeps_all_words_and_tells_what_was_lost', options, () => {
  const big = fc.oneof(
    fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n }),
    fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }),
    fc.constantFrom(0n, -1n, 2n ** 63n, -(2n ** 63n), 2n ** 64n - 1n, 2n ** 64n),
  );
  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  check(fc.tuple(fc.array(big, { maxLength: 10 }), fc.array(int64, { maxLength: 10 })), 1500, ([bigs, ints]) => {
    compare(
      driver,
      [
        ...bigs.map((value): [string, bigint] => ['bigint', value]),
        ...ints.map((value): [string, bigint] => ['int64', value]),
      ],
      [
        ...bigs.map((value) => {
          const [low, unsigned] = [BigInt.asIntN(64, value), BigInt.asUintN(64, value)];
          return [value, low, low === value, unsigned, unsigned === value];
        }),
        ...ints.map((value) => [Number(value), value, BigInt.asUintN(64, value)]),
      ],
    );
  });
});
