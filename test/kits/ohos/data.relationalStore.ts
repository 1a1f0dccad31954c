/** `@ohos.data.relationalStore`: databases of SQLite in the application's folder for them. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BusinessError, parameterError } from '../business-error.ts';
import { asyncForm } from '../callbacks.ts';
import { Context } from '../context.ts';
import { hostPath } from '../device-path.ts';
import { namespace } from '../namespace.ts';
import { Database } from '../rdb/database.ts';
import { RdbPredicates } from '../rdb/predicates.ts';
import { createStore } from '../rdb/store.ts';
import type { RdbStore } from '../rdb/store.ts';

const SecurityLevel = { S1: 1, S2: 2, S3: 3, S4: 4 } as const;

interface StoreConfig {
  name: string;
  securityLevel: number;
  customDir?: string;
  dataGroupId?: string | null;
  isReadOnly?: boolean;
}

/** Those that are open, by their files. */
const open = new Map<string, { database: Database; store: RdbStore }>();

/** The file of a database of this name. */
function fileOf(context: unknown, config: Partial<StoreConfig>): string {
  if (!(context instanceof Context)) throw parameterError('The context is invalid.');
  const { name, customDir = '', dataGroupId } = config;
  if (typeof name !== 'string' || name === '') throw parameterError('The name must be a string that is not empty.');
  if (/[/\0]/.test(name)) throw new BusinessError(14800010, 'Invalid database path.');
  if (typeof dataGroupId === 'string' && dataGroupId !== '')
    throw new BusinessError(14801002, 'Invalid data group ID.');
  return join(hostPath(context.databaseDir), 'rdb', customDir, name);
}

function getRdbStore(context: Context, config: StoreConfig): RdbStore {
  if (typeof config !== 'object' || config === null) throw parameterError('The config must be a StoreConfig.');
  const file = fileOf(context, config);
  if (!Object.values<number>(SecurityLevel).includes(config.securityLevel))
    throw parameterError('The securityLevel must be a SecurityLevel.');
  const known = open.get(file);
  if (known !== undefined && !known.database.isClosed) return known.store;
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, config.isReadOnly === true);
  const store = createStore(database);
  open.set(file, { database, store });
  return store;
}

function deleteRdbStore(context: Context, nameOrConfig: string | StoreConfig): void {
  const config = typeof nameOrConfig === 'string' ? { name: nameOrConfig } : (nameOrConfig ?? {});
  const file = fileOf(context, config);
  open.get(file)?.database.close();
  open.delete(file);
  for (const each of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
}

export default namespace('@ohos.data.relationalStore', {
  SecurityLevel,
  ConflictResolution: {
    ON_CONFLICT_NONE: 0,
    ON_CONFLICT_ROLLBACK: 1,
    ON_CONFLICT_ABORT: 2,
    ON_CONFLICT_FAIL: 3,
    ON_CONFLICT_IGNORE: 4,
    ON_CONFLICT_REPLACE: 5,
  },
  RebuildType: { NONE: 0, REBUILT: 1, REPAIRED: 2 },
  RdbPredicates,
  getRdbStore: asyncForm(getRdbStore),
  deleteRdbStore: asyncForm(deleteRdbStore),
});
