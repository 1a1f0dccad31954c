/** `relationalStore.RdbPredicates`: conditions of a query, an update or a deletion. */
import type { SQLInputValue } from 'node:sqlite';
import { parameterError } from '../business-error.ts';
import { toSqlite } from './values.ts';

export class RdbPredicates {
  readonly table: string;
  readonly #args: SQLInputValue[] = [];
  readonly #orders: string[] = [];
  readonly #groups: string[] = [];
  #where = '';
  /** Said before the next condition; '' after a bracket that opens and at the beginning. */
  #join = '';
  #distinct = false;
  #index = '';
  #limit = 0;
  #offset = 0;

  constructor(name: string) {
    this.table = named(name, 'name');
  }

  equalTo(field: string, value: unknown): this {
    return this.#compare(field, '=', value);
  }

  notEqualTo(field: string, value: unknown): this {
    return this.#compare(field, '<>', value);
  }

  greaterThan(field: string, value: unknown): this {
    return this.#compare(field, '>', value);
  }

  lessThan(field: string, value: unknown): this {
    return this.#compare(field, '<', value);
  }

  greaterThanOrEqualTo(field: string, value: unknown): this {
    return this.#compare(field, '>=', value);
  }

  lessThanOrEqualTo(field: string, value: unknown): this {
    return this.#compare(field, '<=', value);
  }

  like(field: string, value: string): this {
    return this.#compare(field, 'LIKE', text(value));
  }

  notLike(field: string, value: string): this {
    return this.#compare(field, 'NOT LIKE', text(value));
  }

  contains(field: string, value: string): this {
    return this.#compare(field, 'LIKE', `%${text(value)}%`);
  }

  notContains(field: string, value: string): this {
    return this.#compare(field, 'NOT LIKE', `%${text(value)}%`);
  }

  beginsWith(field: string, value: string): this {
    return this.#compare(field, 'LIKE', `${text(value)}%`);
  }

  endsWith(field: string, value: string): this {
    return this.#compare(field, 'LIKE', `%${text(value)}`);
  }

  glob(field: string, value: string): this {
    return this.#compare(field, 'GLOB', text(value));
  }

  isNull(field: string): this {
    return this.#add(`${named(field, 'field')} IS NULL`);
  }

  isNotNull(field: string): this {
    return this.#add(`${named(field, 'field')} IS NOT NULL`);
  }

  between(field: string, low: unknown, high: unknown): this {
    return this.#add(`${named(field, 'field')} BETWEEN ? AND ?`, low, high);
  }

  notBetween(field: string, low: unknown, high: unknown): this {
    return this.#add(`${named(field, 'field')} NOT BETWEEN ? AND ?`, low, high);
  }

  in(field: string, values: unknown[]): this {
    return this.#among(field, 'IN', values);
  }

  notIn(field: string, values: unknown[]): this {
    return this.#among(field, 'NOT IN', values);
  }

  and(): this {
    if (this.#where !== '') this.#join = ' AND ';
    return this;
  }

  or(): this {
    if (this.#where !== '') this.#join = ' OR ';
    return this;
  }

  beginWrap(): this {
    this.#where += `${this.#join}(`;
    this.#join = '';
    return this;
  }

  endWrap(): this {
    this.#where += ')';
    this.#join = ' AND ';
    return this;
  }

  orderByAsc(field: string): this {
    this.#orders.push(`${named(field, 'field')} ASC`);
    return this;
  }

  orderByDesc(field: string): this {
    this.#orders.push(`${named(field, 'field')} DESC`);
    return this;
  }

  groupBy(fields: string[]): this {
    if (!Array.isArray(fields) || fields.length === 0) throw parameterError('The fields must be an array of strings.');
    this.#groups.push(...fields.map((field) => named(field, 'field')));
    return this;
  }

  distinct(): this {
    this.#distinct = true;
    return this;
  }

  indexedBy(field: string): this {
    this.#index = ` INDEXED BY ${named(field, 'field')}`;
    return this;
  }

  /** A value below 1 means no limit. */
  limitAs(value: number): this {
    this.#limit = whole(value);
    return this;
  }

  offsetAs(value: number): this {
    this.#offset = whole(value);
    return this;
  }

  get args(): SQLInputValue[] {
    return [...this.#args];
  }

  /** ` WHERE ...`, or nothing. */
  get condition(): string {
    return this.#where === '' ? '' : ` WHERE ${this.#where}`;
  }

  /** The statement of a query. */
  select(columns: readonly string[] = []): string {
    const what = columns.length === 0 ? '*' : columns.join(', ');
    const groups = this.#groups.length === 0 ? '' : ` GROUP BY ${this.#groups.join(', ')}`;
    const orders = this.#orders.length === 0 ? '' : ` ORDER BY ${this.#orders.join(', ')}`;
    const limited = this.#limit > 0 || this.#offset > 0;
    const limit = limited ? ` LIMIT ${this.#limit > 0 ? this.#limit : -1} OFFSET ${Math.max(0, this.#offset)}` : '';
    const distinct = this.#distinct ? 'DISTINCT ' : '';
    return `SELECT ${distinct}${what} FROM ${this.table}${this.#index}${this.condition}${groups}${orders}${limit}`;
  }

  #compare(field: string, operator: string, value: unknown): this {
    return this.#add(`${named(field, 'field')} ${operator} ?`, value);
  }

  #among(field: string, operator: string, values: unknown[]): this {
    if (!Array.isArray(values)) throw parameterError('The value must be an array of ValueType.');
    return this.#add(`${named(field, 'field')} ${operator} (${values.map(() => '?').join(', ')})`, ...values);
  }

  #add(condition: string, ...values: unknown[]): this {
    const args = values.map(toSqlite);
    this.#where += this.#join + condition;
    this.#args.push(...args);
    this.#join = ' AND ';
    return this;
  }
}

function named(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw parameterError(`The ${what} must be a string that is not empty.`);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw parameterError('The value must be a string.');
}

function whole(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value);
  throw parameterError('The value must be a number.');
}
