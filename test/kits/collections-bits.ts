/** `collections.BitVector`: a row of bits. */
import { BusinessError } from './business-error.ts';
import { checkIndex, checkNumber, checkPart, contract } from './container-checks.ts';
import { answerIndexes } from './indexed.ts';
import { carriers } from './sendable-carriers.ts';
import { sendable } from './sendable-classes.ts';

function checkBit(element: number): void {
  checkNumber('element', element);
  if (element === 0 || element === 1) return;
  throw new BusinessError(401, `Parameter error. The value of "element" must be 0 or 1. Received value is: ${element}`);
}

function checkSize(size: number): void {
  checkNumber('length', size);
  if (!Number.isInteger(size) || size < 0) throw new BusinessError(401, 'Parameter error. Invalid length.');
}

class DeviceBitVector {
  bits: number[];

  constructor(length: number) {
    checkSize(length);
    this.bits = new Array<number>(length).fill(0);
    if (new.target.prototype === DeviceBitVector.prototype) Object.seal(this);
  }

  get length(): number {
    return this.bits.length;
  }

  push(element: number): boolean {
    checkBit(element);
    this.bits.push(element);
    return true;
  }

  pop(): number | undefined {
    return this.bits.pop();
  }

  has(element: number, from: number, to: number): boolean {
    return this.getIndexOf(element, from, to) >= 0;
  }

  setBitsByRange(element: number, from: number, to: number): void {
    checkBit(element);
    checkPart(from, to, this.bits.length);
    this.bits.fill(element, from, to);
  }

  setAllBits(element: number): void {
    checkBit(element);
    this.bits.fill(element);
  }

  getBitsByRange(from: number, to: number): DeviceBitVector {
    checkPart(from, to, this.bits.length);
    const part = new BitVector(0);
    part.bits = this.bits.slice(from, to);
    return part;
  }

  /** Cuts off bits, or adds zeros. */
  resize(size: number): void {
    checkSize(size);
    while (this.bits.length < size) this.bits.push(0);
    this.bits.length = size;
  }

  getBitCountByRange(element: number, from: number, to: number): number {
    checkBit(element);
    checkPart(from, to, this.bits.length);
    return this.bits.slice(from, to).filter((bit) => bit === element).length;
  }

  /** -1 when there is none, as the next. */
  getIndexOf(element: number, from: number, to: number): number {
    checkBit(element);
    checkPart(from, to, this.bits.length);
    const index = this.bits.indexOf(element, from);
    return index < to ? index : -1;
  }

  getLastIndexOf(element: number, from: number, to: number): number {
    checkBit(element);
    checkPart(from, to, this.bits.length);
    const index = this.bits.lastIndexOf(element, to - 1);
    return index >= from ? index : -1;
  }

  flipBitByIndex(index: number): void {
    checkIndex(index, this.bits.length);
    this.bits[index] = 1 - this.elementAt(index);
  }

  flipBitsByRange(from: number, to: number): void {
    checkPart(from, to, this.bits.length);
    for (let index = from; index < to; index++) this.bits[index] = 1 - this.elementAt(index);
  }

  values(): IterableIterator<number> {
    return this.bits.values();
  }

  elementAt(index: number): number {
    checkIndex(index, this.bits.length);
    return this.bits[index] as number;
  }

  setElementAt(index: number, element: unknown): void {
    checkIndex(index, this.bits.length);
    checkBit(element as number);
    this.bits[index] = element as number;
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.values();
  }
}
answerIndexes(DeviceBitVector);
sendable(DeviceBitVector);
carriers.add({
  module: 'collections-bits',
  kind: 'BitVector',
  take: (value) => (value instanceof DeviceBitVector ? value.bits : undefined),
  make: (bits: number[]) => Object.assign(new BitVector(0), { bits }),
});

export const BitVector: typeof DeviceBitVector = contract('BitVector', DeviceBitVector);
