/** `util.RationalNumber` and `util.ScopeHelper`. */
import { parameterError } from './business-error.ts';

function checkNumber(name: string, value: unknown): asserts value is number {
  if (typeof value !== 'number') throw parameterError(`The type of ${name} must be number.`);
}

function greatestDivisor(left: number, right: number): number {
  let [large, small] = [Math.abs(left), Math.abs(right)];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}

/** A fraction in lowest terms; the sign is that of the numerator. */
export class RationalNumber {
  numerator = 0;
  denominator = 1;

  /** Without arguments 0. */
  constructor(numerator = 0, denominator = 1) {
    checkNumber('numerator', numerator);
    checkNumber('denominator', denominator);
    const [top, bottom] = [Math.trunc(numerator), Math.trunc(denominator)];
    const divisor = greatestDivisor(top, bottom) || 1;
    const sign = bottom < 0 ? -1 : 1;
    // Adding 0 makes -0 a zero like any other.
    this.numerator = (sign * top) / divisor + 0;
    this.denominator = (sign * bottom) / divisor;
  }

  static parseRationalNumber(numerator: number, denominator: number): RationalNumber {
    checkNumber('numerator', numerator);
    checkNumber('denominator', denominator);
    return new RationalNumber(numerator, denominator);
  }

  /** `3/4` or `3:4`, or `NaN`. */
  static createRationalFromString(text: string): RationalNumber {
    if (typeof text !== 'string') throw parameterError('The type of rationalString must be string.');
    if (text === 'NaN') return new RationalNumber(0, 0);
    const parts = /^\s*([+-]?\d+)\s*[:/]\s*([+-]?\d+)\s*$/.exec(text);
    if (parts === null) throw parameterError(`The type of rationalString must be string with ':' or '/': ${text}`);
    return new RationalNumber(Number(parts[1]), Number(parts[2]));
  }

  static getCommonFactor(left: number, right: number): number {
    checkNumber('number1', left);
    checkNumber('number2', right);
    if (left === 0 || right === 0) throw parameterError('The parameter cannot be 0.');
    return greatestDivisor(left, right);
  }

  static getCommonDivisor(left: number, right: number): number {
    return RationalNumber.getCommonFactor(left, right);
  }

  /** 0 when equal, 1 when this one is greater, else -1. NaN is greater than all. */
  compareTo(other: RationalNumber): number {
    if (!(other instanceof RationalNumber)) throw parameterError('The type of another must be RationalNumber.');
    if (this.equals(other)) return 0;
    if (this.isNaN() || other.isNaN()) return this.isNaN() ? 1 : -1;
    return this.valueOf() > other.valueOf() ? 1 : -1;
  }

  equals(other: unknown): boolean {
    return (
      other instanceof RationalNumber && this.numerator === other.numerator && this.denominator === other.denominator
    );
  }

  valueOf(): number {
    return this.numerator / this.denominator;
  }

  getNumerator(): number {
    return this.numerator;
  }

  getDenominator(): number {
    return this.denominator;
  }

  isFinite(): boolean {
    return this.denominator !== 0;
  }

  isNaN(): boolean {
    return this.denominator === 0 && this.numerator === 0;
  }

  isZero(): boolean {
    return this.denominator !== 0 && this.numerator === 0;
  }

  toString(): string {
    return this.isFinite() ? `${this.numerator}/${this.denominator}` : String(this.valueOf());
  }
}

/** A number, or an object that says whether it is at least another. */
type Limit = number | { compareTo(other: Limit): boolean };

function isLess(left: Limit, right: Limit): boolean {
  return typeof left === 'number' ? left < (right as number) : !left.compareTo(right);
}

function checkLimit(name: string, value: unknown): asserts value is Limit {
  if (typeof value === 'number') return;
  if (typeof (value as { compareTo?: unknown } | null | undefined)?.compareTo === 'function') return;
  throw parameterError(`The type of ${name} must be ScopeType.`);
}

/** What lies between two limits, both included. */
export class ScopeHelper {
  readonly lower: Limit;
  readonly upper: Limit;

  constructor(lower: Limit, upper: Limit) {
    checkLimit('lowerObj', lower);
    checkLimit('upperObj', upper);
    if (isLess(upper, lower)) throw parameterError('The lower limit must be less than or equal to the upper limit.');
    this.lower = lower;
    this.upper = upper;
  }

  getLower(): Limit {
    return this.lower;
  }

  getUpper(): Limit {
    return this.upper;
  }

  /** Of a value, or of a scope as a whole. */
  contains(what: Limit | ScopeHelper): boolean {
    const { lower, upper } = scopeOf(what);
    return !isLess(lower, this.lower) && !isLess(this.upper, upper);
  }

  clamp(value: Limit): Limit {
    checkLimit('value', value);
    if (isLess(value, this.lower)) return this.lower;
    return isLess(this.upper, value) ? this.upper : value;
  }

  intersect(lower: Limit | ScopeHelper, upper?: Limit): ScopeHelper {
    const other = scopeOf(lower, upper);
    return new ScopeHelper(
      isLess(this.lower, other.lower) ? other.lower : this.lower,
      isLess(other.upper, this.upper) ? other.upper : this.upper,
    );
  }

  /** The smallest scope that has this one and a value, two limits, or another scope in it. */
  expand(lower: Limit | ScopeHelper, upper?: Limit): ScopeHelper {
    const other = scopeOf(lower, upper);
    return new ScopeHelper(
      isLess(other.lower, this.lower) ? other.lower : this.lower,
      isLess(this.upper, other.upper) ? other.upper : this.upper,
    );
  }

  toString(): string {
    return `[${String(this.lower)}, ${String(this.upper)}]`;
  }
}

function scopeOf(lower: Limit | ScopeHelper, upper?: Limit): ScopeHelper {
  if (lower instanceof ScopeHelper) return lower;
  checkLimit('lowerObj', lower);
  return new ScopeHelper(lower, upper ?? lower);
}
