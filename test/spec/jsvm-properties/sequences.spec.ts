/** Sequences of operations on objects, references, exceptions and external memory against models. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { check, compare, loadDriver } from './driver.ts';
import type { Operation, Value } from './driver.ts';
import { classAnswers } from './models/classes.ts';
import type { Member } from './models/classes.ts';
import { CALLS, ExceptionModel } from './models/exceptions.ts';
import { LifetimeModel } from './models/lifetimes.ts';
import { ObjectModel } from './models/objects.ts';

const driver = await loadDriver();
const options = { timeout: 1_800_000 };

const OBJECTS = 3;
const at = fc.nat(OBJECTS - 1);
const name = fc.constantFrom('a', 'b', 'toString', 'constructor', '', '1', '4294967295', '\u20ac');
const key = fc.oneof(name, fc.constantFrom(0, 1, 7, 4294967294, 1.5, -1));
const primitive = fc.oneof(
  fc.constantFrom(undefined, null, true, false, '', 'text'),
  fc.double(),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
);
const object = at.map((index): Value => ['o', index]);
const value = fc.oneof(primitive, object) as fc.Arbitrary<Value>;

it('properties-behave_as_those_of_a_JS_object', options, () => {
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.tuple(fc.constant('set'), at, key, value),
    fc.tuple(fc.constant('setNamed'), at, name, value),
    fc.tuple(fc.constant('setElement'), at, fc.nat(5), value),
    fc.tuple(fc.constantFrom('get', 'has', 'delete'), at, key),
    fc.tuple(fc.constant('hasOwn'), at, name),
    fc.tuple(fc.constant('define'), at, name, value, fc.nat(7)),
    fc.tuple(fc.constantFrom('names', 'names', 'freeze', 'seal'), at),
    fc.tuple(fc.constant('setPrototype'), at, object),
  ) as fc.Arbitrary<Operation>;
  check(fc.array(operation, { minLength: 1, maxLength: 30 }), 1500, (list) => {
    const operations: Operation[] = [...Array.from({ length: OBJECTS }, (): Operation => ['object']), ...list];
    const model = new ObjectModel();
    compare(
      driver,
      operations,
      operations.map((step) => model.apply(step)),
    );
  });
});

it('classes-behave_as_those_of_JS', options, () => {
  const member = fc.tuple(
    fc.constantFrom('method', 'getter', 'setter', 'accessor', 'value'),
    fc.constantFrom('a', 'b', 'c', 'toString', '1'),
    fc.tuple(fc.nat(7), fc.constantFrom(0, 1024)).map(([bits, place]) => bits | place),
    primitive,
  ) as fc.Arbitrary<Member>;
  const members = fc.uniqueArray(member, {
    maxLength: 5,
    selector: ([, memberName, bits]) => `${memberName} ${bits & 1024}`,
  });
  const described = (target: string): string =>
    `Object.getOwnPropertyNames(${target}).filter((name) => /^([abc1]|toString)$/.test(name)).map((name) => {
      const { value, get, set, ...rest } = Object.getOwnPropertyDescriptor(${target}, name);
      return [name, typeof value, String(typeof value === 'function' ? '' : value), typeof get, typeof set, JSON.stringify(rest)].join();
    }).join(';')`;
  const access = fc.tuple(
    fc.constantFrom('C', 'o', 'p'),
    fc.constantFrom('.a', '.b', '.c', '[1]'),
    fc.constantFrom('', ' = 5', '()'),
  );
  check(fc.tuple(members, fc.array(access, { maxLength: 10 })), 1000, ([list, accesses]) => {
    const scripts = [
      'var o = new C(1); class D extends C {} var p = new D(2); [o instanceof C, p instanceof C, p.kept, C.name].join()',
      described('C'),
      described('C.prototype'),
      ...accesses.map(([target, property, use]) => {
        const shown = `(typeof r) + ' ' + (typeof r === 'function' ? '' : String(r))`;
        return `{ let r; try { r = ${target}${property}${use} } catch (e) { r = e.name } ${shown} + ' ' + o.kept + ' ' + p.kept }`;
      }),
    ];
    const operations: Operation[] = [['class', list], ...scripts.map((script): Operation => ['evaluate', script])];
    compare(driver, operations, [['OK', null], ...classAnswers(list, scripts)]);
  });
});

it('references-keep_what_they_count_and_finalizers_run_once', options, () => {
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.tuple(fc.constant('track'), fc.nat(2)),
    fc.tuple(fc.constantFrom('ref', 'unref', 'unref', 'alive', 'hold', 'deleteReference'), fc.nat(5)),
    fc.tuple(fc.constantFrom('openScope', 'closeScope')),
  ) as fc.Arbitrary<Operation>;
  // A collection takes a millisecond, so there are two in a sequence: where they are is part of it.
  const lists = fc.array(operation, { maxLength: 15 });
  check(fc.tuple(lists, lists, lists), 600, (parts) => {
    const wanted = parts.flatMap((part): Operation[] => [...part, ['collect']]);
    const model = new LifetimeModel();
    const operations: Operation[] = [];
    const expected: Value[] = [];
    for (const step of wanted) {
      const [kind, index] = step;
      if (kind === 'closeScope' && model.depth === 0) continue;
      if (typeof index === 'number' && kind !== 'track' && !model.usable(index)) continue;
      // Between two collections only the collector knows whether a weak object is still there.
      if (['alive', 'hold', 'ref'].includes(kind) && !model.certain(index as number)) continue;
      operations.push(step);
      expected.push(model.apply(step));
    }
    compare(driver, operations, expected);
    assert.equal(driver.run(operations).at(-1), model.size);
  });
});

it('exceptions-follow_the_table_of_entry_classes', options, () => {
  const message = fc.constantFrom('one', 'two', 'three');
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.tuple(fc.constantFrom('throw', 'throwInScript'), message),
    fc.tuple(fc.constantFrom('fail', 'take')),
    fc.tuple(fc.constantFrom(...CALLS)),
    fc.tuple(fc.constantFrom(...CALLS)),
  ) as fc.Arbitrary<Operation>;
  check(fc.array(operation, { minLength: 1, maxLength: 25 }), 1500, (operations) => {
    const model = new ExceptionModel();
    compare(
      driver,
      operations,
      operations.map((step) => model.apply(step)),
    );
  });
});

it('AdjustExternalMemory-adds_up_like_an_integer', options, () => {
  const change = fc.oneof(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), fc.integer({ min: 0, max: 2 ** 26 }));
  check(fc.array(change, { minLength: 1, maxLength: 20 }), 1500, (changes) => {
    let total = 0;
    const totals: number[] = [];
    const operations: Operation[] = [];
    for (const wanted of changes) {
      // The engine ends the process where the total would be negative.
      const step = Math.max(wanted, -total);
      total += step;
      operations.push(['adjust', step]);
      totals.push(total);
    }
    operations.push(['adjust', -total]);
    compare(driver, operations, [...totals, 0]);
  });
});
