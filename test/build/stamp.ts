/**
 * Stamps: what files looked like when something was made from them. Comparing them costs one stat call a file, so that
 * a run on which nothing changed starts no compiler and no build tool.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Path, size, time of content change and time of inode change in ms, inode. A missing file has size -1. */
export type FileStamp = [path: string, size: number, mtime: number, ctime: number, inode: number];

/** Stamps one file or folder (a folder's stamp changes when an entry is added, removed or renamed). */
export function stampOf(path: string): FileStamp {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [path, -1, 0, 0, 0];
  // The size of a folder says nothing that its time does not.
  return [path, stat.isDirectory() ? 0 : stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino];
}

/** Stamps of all `paths`, each once. */
export function stampAll(paths: Iterable<string>): FileStamp[] {
  return [...new Set(paths)].map(stampOf);
}

/** Path of the first file that no longer is what its stamp says, or undefined when all are. */
export function firstChange(stamps: FileStamp[]): string | undefined {
  return stamps.find((stamp) => {
    const now = stampOf(stamp[0]);
    return stamp.some((value, index) => value !== now[index]);
  })?.[0];
}

/** Reads a JSON file of the cache. Undefined when it is missing or was half written: it is then made again. */
export function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Writes a JSON file so that a reader sees the old or the new contents, never a part. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, JSON.stringify(value));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
