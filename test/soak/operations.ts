/** Random lists of operations of every kind the interpreter of the property tests knows. */
import type { Operation, Value } from '../spec/jsvm-properties/driver.ts';
import { CALLS } from '../spec/jsvm-properties/models/exceptions.ts';

/** A generator of numbers from a seed (mulberry32), so that a run can be repeated. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A list of some dozen operations, always in a valid order. */
export function randomOperations(random: (below: number) => number): Operation[] {
  const list: Operation[] = [['object'], ['object']];
  let references = 0;
  let depth = 0;
  let adjusted = 0;
  const text = (): string => String.fromCharCode(...Array.from({ length: random(200) }, () => random(0x10000)));
  const bytes = (): Value => Array.from({ length: random(100) }, () => random(256));
  const value = (): Value => [random(1000), text(), BigInt(random(1e9)) ** 5n, null, ['o', random(2)]][random(5)];
  const makers: (() => Operation)[] = [
    () => ['createUtf8', bytes()],
    () => ['createLatin1', bytes()],
    () => ['read', text(), random(300)],
    () => ['number', random(1e9) / 7],
    () => ['bigint', -(BigInt(random(1e9)) ** 20n)],
    () => ['set', random(2), text(), value()],
    () => ['setElement', random(2), random(1000), value()],
    () => ['get', random(2), 'a'],
    () => ['names', random(2)],
    () => [
      'class',
      [
        ['method', 'a', 7, null],
        ['accessor', 'b', 7, null],
        ['value', 'c', 1031, 1],
      ],
    ],
    () => ['evaluate', `[...Array(${random(500)}).keys()].map((i) => ({ i, text: 'x'.repeat(i) })).length`],
    () => ['evaluate', 'throw new TypeError("x".repeat(1000))'],
    () => ['throw', 'on purpose'],
    () => ['take'],
    () => [CALLS[random(CALLS.length)] ?? 'take'],
    () => {
      references++;
      return ['track', random(3)];
    },
    () => (references === 0 ? ['take'] : ['ref', random(references)]),
    () => (references === 0 ? ['take'] : ['hold', random(references)]),
    () => {
      depth++;
      return ['openScope'];
    },
    () => {
      if (depth === 0) return ['take'];
      depth--;
      return ['closeScope'];
    },
    () => {
      const change = random(1 << 20);
      adjusted += change;
      return ['adjust', change];
    },
  ];
  const count = 10 + random(40);
  for (let i = 0; i < count; i++) list.push(makers[random(makers.length)]?.() ?? ['take']);
  if (random(20) === 0) list.push(['otherVm', 'let s = 0; for (let i = 0; i < 1000; i++) s += i; s']);
  if (random(20) === 0) list.push(['collect']);
  list.push(['adjust', -adjusted]);
  return list;
}
