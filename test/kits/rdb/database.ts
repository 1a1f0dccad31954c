/** One database of SQLite, in the engine itself. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { BusinessError } from '../business-error.ts';
import { closedError, genericError, translated } from './errors.ts';
import { ResultSet } from './result-set.ts';
import { fromSqlite } from './values.ts';
import type { Value } from './values.ts';

/** What is asked of a row at once. */
interface Change {
  changes: number;
  rowId: number;
}

export class Database {
  readonly file: string;
  readonly #readOnly: boolean;
  #database: DatabaseSync | undefined;
  /** Transactions inside one another. */
  #depth = 0;

  constructor(file: string, readOnly: boolean) {
    this.file = file;
    this.#readOnly = readOnly;
    this.#database = translated(() => opened(file, readOnly));
  }

  get isClosed(): boolean {
    return this.#database === undefined;
  }

  get inTransaction(): boolean {
    return this.#level > 0;
  }

  /** Runs a statement that changes something. */
  run(sql: string, args: SQLInputValue[] = []): Change {
    const { changes, lastInsertRowid } = this.#with(sql, (statement) => statement.run(...args));
    return { changes: Number(changes), rowId: Number(lastInsertRowid) };
  }

  query(sql: string, args: SQLInputValue[] = []): ResultSet {
    return this.#with(sql, (statement) => {
      const names = statement.columns().map(({ name }) => name);
      statement.setReturnArrays(true);
      const rows = statement.all(...args) as unknown as unknown[][];
      return new ResultSet(
        names,
        rows.map((row) => row.map(fromSqlite)),
      );
    });
  }

  /** The first value of a statement such as PRAGMA; null when it gives none. */
  value(sql: string, args: SQLInputValue[] = []): Value {
    const result = this.query(sql, args);
    return result.goToFirstRow() ? result.getValue(0) : null;
  }

  /** Whether the statement gives rows. */
  isQuery(sql: string): boolean {
    return this.#with(sql, (statement) => statement.columns().length > 0);
  }

  /** Transactions inside others are savepoints. */
  begin(): void {
    const level = this.#level;
    this.run(level === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT level${level}`);
    this.#depth = level + 1;
  }

  /** Without a transaction there is nothing to end. */
  end(how: 'commit' | 'roll back'): void {
    if (!this.inTransaction) throw genericError();
    const level = this.#level - 1;
    if (level === 0) this.run(how === 'commit' ? 'COMMIT' : 'ROLLBACK');
    else if (how === 'commit') this.run(`RELEASE level${level}`);
    else {
      this.run(`ROLLBACK TO level${level}`);
      this.run(`RELEASE level${level}`);
    }
    this.#depth = level;
  }

  /** Writes a copy of all into another file. */
  backUp(file: string): void {
    if (file === this.file) throw new BusinessError(14800010, 'Invalid database path.');
    rmSync(file, { force: true });
    this.run('VACUUM INTO ?', [file]);
  }

  /** Takes the content of another file in place of its own. */
  restore(file: string): void {
    if (!existsSync(file)) throw new BusinessError(14800010, 'Invalid database path.');
    const copy = `${this.file}.restored`;
    try {
      copied(file, copy);
      // What is no database must not take the place of one.
      translated(() => opened(copy, false)).close();
      this.close();
      try {
        renameSync(copy, this.file);
      } finally {
        this.#database = translated(() => opened(this.file, this.#readOnly));
      }
    } finally {
      rmSync(copy, { force: true });
    }
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
    this.#depth = 0;
  }

  /** None are left when a statement has rolled all back: ON_CONFLICT_ROLLBACK does so, a trigger, a full disk. */
  get #level(): number {
    return this.#database?.isTransaction === true ? this.#depth : 0;
  }

  #with<T>(sql: string, use: (statement: StatementSync) => T): T {
    const database = this.#database;
    if (database === undefined) throw closedError();
    return translated(() => {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      return use(statement);
    });
  }
}

function opened(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, {
    readOnly,
    // SQLite's own defaults, which are not the engine's.
    enableForeignKeyConstraints: false,
    enableDoubleQuotedStringLiterals: true,
  });
  try {
    // A file that is no database is only noticed when it is read.
    database.prepare('PRAGMA user_version').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function copied(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    throw new BusinessError(14800028, `SQLite: Some kind of disk I/O error occurred. (${(error as Error).message})`);
  }
}
