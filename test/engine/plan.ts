/** What will run, in the order hypium runs it: a suite's own cases, then its nested suites. */
import type { HypiumSpec, HypiumSuite } from './hypium-types.ts';
import type { BlockedRange } from './protocol.ts';

/** One case to run. The same hypium spec can be planned several times (stress). */
export interface PlannedCase {
  index: number;
  suite: string[];
  name: string;
  spec: HypiumSpec;
  owner: HypiumSuite;
}

/** The cases of a suite and its nested suites are `first` to `last`; last < first when it has none. */
export interface PlannedSuite {
  suite: HypiumSuite;
  path: string[];
  first: number;
  last: number;
}

export interface Plan {
  cases: PlannedCase[];
  suites: PlannedSuite[];
}

/**
 * Walks the registered suites. Each place in the tree gets its own suite object (hypium repeats one object under stress), so
 * that cases can be taken out of one place only.
 * @param seed Shuffles suites and cases when given: hypium's own shuffle has no seed and could not be repeated.
 */
export function makePlan(root: HypiumSuite, seed?: number): Plan {
  const plan: Plan = { cases: [], suites: [] };
  const random = seed === undefined ? undefined : generator(seed);
  const seen = new Set<HypiumSuite>();

  const walk = (suite: HypiumSuite, path: string[]): void => {
    const entry: PlannedSuite = { suite, path, first: plan.cases.length, last: -1 };
    plan.suites.push(entry);
    if (random !== undefined) shuffle(suite.specs, random);
    for (const spec of suite.specs) {
      plan.cases.push({ index: plan.cases.length, suite: path, name: spec.description, spec, owner: suite });
    }
    if (random !== undefined) shuffle(suite.childSuites, random);
    suite.childSuites = suite.childSuites.map((child) => {
      const own = seen.has(child) ? cloneSuite(child) : child;
      seen.add(own);
      walk(own, [...path, own.description]);
      return own;
    });
    entry.last = plan.cases.length - 1;
  };
  walk(root, []);
  return plan;
}

/**
 * Takes cases out of the suites: those up to `resumeAfter`, and blocked ones. Suites left without a case go too, so that
 * their hooks do not run again. Returns the cases that stay, in order.
 */
export function keepRest(plan: Plan, resumeAfter: number, blocked: readonly BlockedRange[]): PlannedCase[] {
  if (resumeAfter < 0 && blocked.length === 0) return plan.cases;
  const isBlocked = (index: number): boolean => blocked.some((range) => index >= range.first && index <= range.last);
  const rest = plan.cases.filter((item) => item.index > resumeAfter && !isBlocked(item.index));
  const restOf = new Map<HypiumSuite, HypiumSpec[]>();
  for (const item of rest) {
    const specs = restOf.get(item.owner);
    if (specs === undefined) restOf.set(item.owner, [item.spec]);
    else specs.push(item.spec);
  }
  const live = new Set(plan.suites.filter((entry) => isAhead(entry, rest, resumeAfter)).map((entry) => entry.suite));
  for (const { suite } of plan.suites) {
    suite.specs = restOf.get(suite) ?? [];
    suite.childSuites = suite.childSuites.filter((child) => live.has(child));
  }
  return rest;
}

/** A suite runs (again) when a case of it is left, or when it never had any and its turn has not come. */
function isAhead(entry: PlannedSuite, rest: readonly PlannedCase[], resumeAfter: number): boolean {
  if (entry.last < entry.first) return entry.first > resumeAfter + 1;
  return rest.some((item) => item.index >= entry.first && item.index <= entry.last);
}

function cloneSuite(suite: HypiumSuite): HypiumSuite {
  const clone = Object.assign(Object.create(Object.getPrototypeOf(suite) as object) as HypiumSuite, suite);
  clone.specs = [...suite.specs];
  for (const hook of ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'] as const) clone[hook] = [...suite[hook]];
  return clone;
}

/** mulberry32: small, seeded, good enough to order tests. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other] as T, items[index] as T];
  }
}
