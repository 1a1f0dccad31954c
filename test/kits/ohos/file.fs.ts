/** `@ohos.file.fs`: files in the sandbox of this run. */
import * as fs from 'node:fs';
import { devicePath } from '../device-path.ts';
import { bytesOf, choice, count, descriptor, pathOf, room } from '../files/arguments.ts';
import type { PlaceOptions } from '../files/arguments.ts';
import { copy, TaskSignal } from '../files/copy.ts';
import { ArgumentError, fileForms, checked, fileError, translated } from '../files/errors.ts';
import { createReadStream, createWriteStream, ReadStream, WriteStream } from '../files/file-streams.ts';
import { copyDir, moveDir } from '../files/folders.ts';
import { readLines, ReaderIterator, readText } from '../files/lines.ts';
import { listFile } from '../files/list.ts';
import { closeFile, duplicate, File, openFile, OpenMode, seek } from '../files/open-file.ts';
import { createRandomAccessFile, RandomAccessFile } from '../files/random-access.ts';
import { Stat } from '../files/stat.ts';
import { createStream, Stream, streamOf } from '../files/stream.ts';
import { systemFiles } from '../files/system.ts';
import { createWatcher, Watcher } from '../files/watcher.ts';
import { namespace } from '../namespace.ts';

const AccessModeType = { EXIST: 0, WRITE: 2, READ: 4, READ_WRITE: 6 } as const;

/** The functions, by the names of their asynchronous forms; each exists as `nameSync` too. */
const functions = {
  open: openFile,
  close: closeFile,
  read: (fd: number, buffer: ArrayBuffer, options?: PlaceOptions | null): number => {
    const { offset, length } = options ?? {};
    const part = room(buffer, length);
    return fs.readSync(descriptor(fd), part, 0, part.length, offset === undefined ? null : count(offset, 0));
  },
  write: (fd: number, data: ArrayBuffer | string, options?: PlaceOptions | null): number => {
    const bytes = bytesOf(data, options);
    const { offset } = options ?? {};
    return fs.writeSync(descriptor(fd), bytes, 0, bytes.length, offset === undefined ? null : count(offset, 0));
  },
  access: (path: string, mode: number = AccessModeType.EXIST): boolean => {
    if (!Object.values<number>(AccessModeType).includes(mode)) throw new ArgumentError();
    try {
      fs.accessSync(pathOf(path), mode);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  },
  stat: (file: string | number): Stat =>
    new Stat(
      typeof file === 'number'
        ? fs.fstatSync(descriptor(file), { bigint: true })
        : fs.statSync(pathOf(file), { bigint: true }),
    ),
  lstat: (path: string): Stat => new Stat(fs.lstatSync(pathOf(path), { bigint: true })),
  mkdir: (path: string, recursion?: boolean): void => {
    const folder = pathOf(path);
    if (fs.existsSync(folder)) throw fileError('EEXIST');
    fs.mkdirSync(folder, { recursive: recursion === true });
  },
  /** With all that is in it. */
  rmdir: (path: string): void => {
    const folder = pathOf(path);
    fs.readdirSync(folder);
    fs.rmSync(folder, { recursive: true });
  },
  unlink: (path: string): void => fs.unlinkSync(pathOf(path)),
  rename: (from: string, to: string): void => fs.renameSync(pathOf(from), pathOf(to)),
  /** Mode 0 replaces a file that exists, 1 fails. */
  moveFile: (from: string, to: string, mode?: number): void => {
    const [source, target] = [pathOf(from), pathOf(to)];
    if (choice(mode, 1) === 1 && fs.existsSync(target)) throw fileError('EEXIST');
    if (fs.statSync(source).isDirectory()) throw new ArgumentError();
    fs.renameSync(source, target);
  },
  copyFile: (from: string | number, to: string | number, mode?: number): void => {
    choice(mode, 0);
    const place = (file: string | number): string | number =>
      typeof file === 'number' ? descriptor(file) : pathOf(file);
    const [source, target] = [place(from), place(to)];
    const bytes = fs.readFileSync(source);
    if (typeof target === 'number') fs.ftruncateSync(target);
    fs.writeFileSync(target, bytes);
  },
  copyDir,
  moveDir,
  truncate: (file: string | number, length?: number): void => {
    const size = count(length, 0);
    if (typeof file === 'number') fs.ftruncateSync(descriptor(file), size);
    else fs.truncateSync(pathOf(file), size);
  },
  fsync: (fd: number): void => fs.fsyncSync(descriptor(fd)),
  fdatasync: (fd: number): void => fs.fdatasyncSync(descriptor(fd)),
  listFile,
  readText,
  readLines,
  /** The prefix ends in `XXXXXX`, which is replaced. */
  mkdtemp: (prefix: string): string => {
    const path = pathOf(prefix);
    if (!path.endsWith('XXXXXX')) throw new ArgumentError();
    return devicePath(fs.mkdtempSync(path.slice(0, -6)));
  },
  symlink: (target: string, path: string): void => fs.symlinkSync(pathOf(target), pathOf(path)),
  createStream,
  fdopenStream: streamOf,
  createRandomAccessFile,
  setxattr: (path: string, key: string, value: string): void => {
    if (typeof key !== 'string' || typeof value !== 'string') throw new ArgumentError();
    checked(systemFiles('fileIo.setxattr').setAttribute(pathOf(path), key, value));
  },
  getxattr: (path: string, key: string): string => {
    if (typeof key !== 'string') throw new ArgumentError();
    const value = systemFiles('fileIo.getxattr').getAttribute(pathOf(path), key);
    return typeof value === 'number' ? String(checked(value)) : value;
  },
};

/** Without a Sync form, or with that form alone. */
const others = {
  copy,
  createReadStream,
  createWatcher,
  createWriteStream,
  dup: (fd: number): File => translated(() => duplicate(fd)),
  lseek: (fd: number, offset: number, whence?: number): number => seek(fd, offset, whence),
  /** Sets the time of the last change, in milliseconds since 1970. */
  utimes: (path: string, mtime: number): void => {
    const [file, time] = [pathOf(path), count(mtime, 0)];
    translated(() => fs.utimesSync(file, fs.statSync(file).atimeMs / 1000, time / 1000));
  },
};

export default namespace('@ohos.file.fs', {
  OpenMode,
  AccessModeType,
  AccessFlagType: { LOCAL: 0 },
  WhenceType: { SEEK_SET: 0, SEEK_CUR: 1, SEEK_END: 2 },
  LocationType: { LOCAL: 1, CLOUD: 2 },
  File,
  Stat,
  Stream,
  RandomAccessFile,
  ReaderIterator,
  ReadStream,
  TaskSignal,
  Watcher,
  WriteStream,
  ...fileForms(functions),
  ...others,
});
