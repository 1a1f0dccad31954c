/** Errors of relational stores: SQLite's, by their documented codes. */
import { BusinessError } from '../business-error.ts';

/** SQLite's codes to those of the API. */
const codes = new Map<number, readonly [code: number, text: string]>([
  [1, [14800021, 'SQLite: Generic error.']],
  [3, [14800023, 'SQLite: Access permission denied.']],
  [4, [14800022, 'SQLite: Callback routine requested an abort.']],
  [5, [14800024, 'SQLite: The database file is locked.']],
  [6, [14800025, 'SQLite: A table in the database is locked.']],
  [7, [14800026, 'SQLite: The database is out of memory.']],
  [8, [14800027, 'SQLite: Attempt to write a readonly database.']],
  [10, [14800028, 'SQLite: Some kind of disk I/O error occurred.']],
  [11, [14800011, 'Failed to open the database because it is corrupted.']],
  [13, [14800029, 'SQLite: The database is full.']],
  [14, [14800030, 'SQLite: Unable to open the database file.']],
  [18, [14800031, 'SQLite: TEXT or BLOB exceeds size limit.']],
  [19, [14800032, 'SQLite: Abort due to constraint violation.']],
  [20, [14800033, 'SQLite: Data type mismatch.']],
  [21, [14800034, 'SQLite: Library used incorrectly.']],
  [26, [14800011, 'Failed to open the database because it is corrupted.']],
]);

/** Extended codes have the plain one in their low byte. */
const plain = 0xff;

/** Runs something; errors of SQLite become those of the API, with SQLite's own words behind. */
export function translated<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { errcode, message } = error as { errcode?: unknown; message: string };
    if (typeof errcode !== 'number') throw error;
    const [code, text] = codes.get(errcode & plain) ?? [14800000, 'Inner error.'];
    throw new BusinessError(code, `${text} (${message})`);
  }
}

export const closedError = (): BusinessError =>
  new BusinessError(14800014, 'The RdbStore or ResultSet is already closed.');
export const innerError = (): BusinessError => new BusinessError(14800000, 'Inner error.');
export const genericError = (): BusinessError => new BusinessError(14800021, 'SQLite: Generic error.');
export const rowError = (): BusinessError =>
  new BusinessError(14800012, 'ResultSet is empty or pointer index is out of bounds.');
export const columnError = (): BusinessError =>
  new BusinessError(14800013, 'Resultset is empty or column index is out of bounds.');
