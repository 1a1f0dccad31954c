/** `relationalStore.ResultSet`: the rows of a query, with a place among them. It begins before the first. */
import { parameterError } from '../business-error.ts';
import { closedError, columnError, rowError } from './errors.ts';
import type { Value, ValuesBucket } from './values.ts';

export class ResultSet {
  readonly #names: readonly string[];
  #rows: readonly (readonly Value[])[];
  #index = -1;
  #closed = false;

  constructor(names: readonly string[], rows: readonly (readonly Value[])[]) {
    this.#names = names;
    this.#rows = rows;
  }

  get columnNames(): string[] {
    return [...this.#names];
  }

  get columnCount(): number {
    return this.#names.length;
  }

  /** -1 when it is closed. */
  get rowCount(): number {
    return this.#closed ? -1 : this.#rows.length;
  }

  get rowIndex(): number {
    return this.#index;
  }

  get isAtFirstRow(): boolean {
    return this.#index === 0 && this.#rows.length > 0;
  }

  get isAtLastRow(): boolean {
    return this.#rows.length > 0 && this.#index === this.#rows.length - 1;
  }

  get isEnded(): boolean {
    return this.#index >= this.#rows.length;
  }

  get isStarted(): boolean {
    return this.#index >= 0;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** -1 for a column that there is not. */
  getColumnIndex(name: string): number {
    this.#check();
    if (typeof name !== 'string') throw parameterError('The columnName must be a string.');
    const wanted = name.toLowerCase();
    return this.#names.findIndex((each) => each.toLowerCase() === wanted);
  }

  getColumnName(index: number): string {
    this.#check();
    const name = this.#names[index];
    if (name === undefined) throw columnError();
    return name;
  }

  /** From the current place. */
  goTo(offset: number): boolean {
    return this.goToRow(this.#index + offset);
  }

  /** False when there is no such row; the place is before the first or behind the last then. */
  goToRow(position: number): boolean {
    this.#check();
    this.#index = Math.min(Math.max(position, -1), this.#rows.length);
    return this.#index === position && position >= 0 && position < this.#rows.length;
  }

  goToFirstRow(): boolean {
    return this.goToRow(0);
  }

  goToLastRow(): boolean {
    return this.goToRow(this.#rows.length - 1);
  }

  goToNextRow(): boolean {
    return this.goToRow(this.#index + 1);
  }

  goToPreviousRow(): boolean {
    return this.goToRow(this.#index - 1);
  }

  getValue(column: number): Value {
    this.#check();
    const row = this.#rows[this.#index];
    if (row === undefined) throw rowError();
    const value = row[column];
    if (value === undefined) throw columnError();
    return value;
  }

  /** Other kinds are turned into text, as the next ones turn them into what they give. */
  getString(column: number): string {
    const value = this.getValue(column);
    if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
    return value === null ? '' : String(value);
  }

  getLong(column: number): number {
    return Math.trunc(this.getDouble(column));
  }

  getDouble(column: number): number {
    const value = this.getValue(column);
    if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
    return value === null ? 0 : Number.parseFloat(this.getString(column)) || 0;
  }

  getBlob(column: number): Uint8Array {
    const value = this.getValue(column);
    if (value instanceof Uint8Array) return new Uint8Array(value);
    return value === null ? new Uint8Array() : new Uint8Array(Buffer.from(String(value)));
  }

  /** Values that were written as a Float32Array. */
  getFloat32Array(column: number): Float32Array {
    return new Float32Array(this.getBlob(column).buffer);
  }

  isColumnNull(column: number): boolean {
    return this.getValue(column) === null;
  }

  getRow(): ValuesBucket {
    return Object.fromEntries(this.#names.map((name, column) => [name, this.getValue(column)]));
  }

  close(): void {
    this.#closed = true;
    this.#rows = [];
    this.#index = -1;
  }

  #check(): void {
    if (this.#closed) throw closedError();
  }
}
