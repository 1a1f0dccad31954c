/** `relationalStore.RdbStore`. */
import { dirname, join } from 'node:path';
import { parameterError } from '../business-error.ts';
import { asyncForm, bothForms } from '../callbacks.ts';
import { hostPath } from '../device-path.ts';
import { namespace } from '../namespace.ts';
import type { Database } from './database.ts';
import { genericError, innerError } from './errors.ts';
import { RdbPredicates } from './predicates.ts';
import type { ResultSet } from './result-set.ts';
import { bound, entriesOf } from './values.ts';
import type { Value, ValuesBucket } from './values.ts';

/** By the values of ConflictResolution. */
const conflicts = ['', ' OR ROLLBACK', ' OR ABORT', ' OR FAIL', ' OR IGNORE', ' OR REPLACE'] as const;

function onConflict(conflict: unknown): string {
  const words = conflicts[(conflict ?? 0) as number];
  if (words === undefined) throw parameterError('The conflict must be a ConflictResolution.');
  return words;
}

function tableName(table: unknown): string {
  if (typeof table === 'string' && table !== '') return table;
  throw parameterError('The table must be a string that is not empty.');
}

function statementOf(sql: unknown): string {
  if (typeof sql === 'string' && sql.trim() !== '') return sql;
  throw parameterError('The sql must be a string that is not empty.');
}

function predicatesOf(predicates: unknown): RdbPredicates {
  if (predicates instanceof RdbPredicates) return predicates;
  throw parameterError('The predicates must be an RdbPredicates.');
}

/** What changes and asks the database; each with a form of both kinds. */
function functions(database: Database) {
  const insert = (table: string, values: ValuesBucket, conflict?: number): number => {
    const into = tableName(table);
    const entries = entriesOf(values);
    if (entries.length === 0) throw innerError();
    const names = entries.map(([name]) => name).join(', ');
    const marks = entries.map(() => '?').join(', ');
    const sql = `INSERT${onConflict(conflict)} INTO ${into} (${names}) VALUES (${marks})`;
    const { changes, rowId } = database.run(
      sql,
      entries.map(([, value]) => value),
    );
    return changes === 0 ? -1 : rowId;
  };
  const whole = <T>(run: () => T): T => {
    database.begin();
    try {
      const result = run();
      database.end('commit');
      return result;
    } catch (error) {
      if (database.inTransaction) database.end('roll back');
      throw error;
    }
  };
  return {
    insert,
    /** All rows or none. */
    batchInsert: (table: string, rows: ValuesBucket[]): number => {
      if (!Array.isArray(rows)) throw parameterError('The values must be an array of ValuesBucket.');
      return whole(() => rows.map((row) => insert(table, row)).length);
    },
    update: (values: ValuesBucket, predicates: RdbPredicates, conflict?: number): number => {
      const { table, condition, args } = predicatesOf(predicates);
      const entries = entriesOf(values);
      if (entries.length === 0) throw innerError();
      const changes = entries.map(([name]) => `${name} = ?`).join(', ');
      const all = [...entries.map(([, value]) => value), ...args];
      return database.run(`UPDATE${onConflict(conflict)} ${table} SET ${changes}${condition}`, all).changes;
    },
    delete: (predicates: RdbPredicates): number => {
      const { table, condition, args } = predicatesOf(predicates);
      return database.run(`DELETE FROM ${table}${condition}`, args).changes;
    },
    query: (predicates: RdbPredicates, columns?: string[]): ResultSet => {
      const { args } = predicatesOf(predicates);
      return database.query(predicates.select(columns ?? []), args);
    },
    querySql: (sql: string, args?: Value[]): ResultSet => database.query(statementOf(sql), bound(args)),
    /** Gives the id of a row inserted, the number of rows changed, or the value of a PRAGMA. */
    execute: (sql: string, args?: Value[]): Value => {
      const statement = statementOf(sql);
      const [word = ''] = statement
        .trim()
        .toUpperCase()
        .split(/[\s;(]/);
      if (word === 'SELECT' || word === 'BEGIN' || word === 'COMMIT' || word === 'ROLLBACK') throw genericError();
      if (database.isQuery(statement)) return database.value(statement, bound(args));
      const { changes, rowId } = database.run(statement, bound(args));
      if (word === 'INSERT' || word === 'REPLACE') return changes === 0 ? -1 : rowId;
      return word === 'UPDATE' || word === 'DELETE' ? changes : null;
    },
  };
}

/** A store over an open database. */
export function createStore(database: Database) {
  const { execute, executeSync, ...forms } = bothForms(functions(database));
  const attached = new Set<string>();
  /** A name stands for a file beside the database. */
  const beside = (name: unknown): string => {
    const file = statementOf(name);
    return file.includes('/') ? hostPath(file) : join(dirname(database.file), file);
  };
  return namespace('relationalStore.RdbStore', {
    ...forms,
    execute,
    executeSync,
    executeSql: asyncForm((sql: string, args?: Value[]): void => {
      const statement = statementOf(sql);
      if (database.isQuery(statement)) database.query(statement, bound(args));
      else database.run(statement, bound(args));
    }),
    get version(): number {
      return Number(database.value('PRAGMA user_version'));
    },
    set version(version: number) {
      if (!Number.isInteger(version) || version <= 0)
        throw parameterError('The version must be a whole number above 0.');
      database.run(`PRAGMA user_version = ${version}`);
    },
    /** RebuildType NONE: a damaged file is an error. */
    rebuilt: 0,
    beginTransaction: (): void => database.begin(),
    commit: (): void => database.end('commit'),
    rollBack: (): void => database.end('roll back'),
    backup: asyncForm((name: string): void => database.backUp(beside(name))),
    restore: asyncForm((name: string): void => database.restore(beside(name))),
    /** Gives the number of attached databases. */
    attach: asyncForm((path: string, name: string): number => {
      database.run(`ATTACH DATABASE ? AS ${tableName(name)}`, [beside(path)]);
      return attached.add(name).size;
    }),
    detach: asyncForm((name: string): number => {
      database.run(`DETACH DATABASE ${tableName(name)}`);
      attached.delete(name);
      return attached.size;
    }),
    close: asyncForm((): void => database.close()),
  });
}

export type RdbStore = ReturnType<typeof createStore>;
