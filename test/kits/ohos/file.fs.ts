/** `@ohos.file.fs`: files in the sandbox of this run. */
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BusinessError, parameterError, withCallback } from '../business-error.ts';
import { devicePath, hostPath } from '../device-path.ts';
import { namespace } from '../namespace.ts';

const OpenMode = {
  READ_ONLY: 0o0,
  WRITE_ONLY: 0o1,
  READ_WRITE: 0o2,
  CREATE: 0o100,
  TRUNC: 0o1000,
  APPEND: 0o2000,
  NONBLOCK: 0o4000,
  DIR: 0o200000,
  NOFOLLOW: 0o400000,
  SYNC: 0o4010000,
} as const;

/** Codes of the documentation: 13900000 and the number of the system's error in its list. */
const codes: Readonly<Record<string, [code: number, text: string]>> = {
  EPERM: [13900001, 'Operation not permitted'],
  ENOENT: [13900002, 'No such file or directory'],
  EIO: [13900005, 'I/O error'],
  EBADF: [13900008, 'Bad file descriptor'],
  EACCES: [13900012, 'Permission denied'],
  EEXIST: [13900015, 'File exists'],
  EXDEV: [13900016, 'Cross-device link'],
  ENOTDIR: [13900018, 'Not a directory'],
  EISDIR: [13900019, 'Is a directory'],
  EINVAL: [13900020, 'Invalid argument'],
  EMFILE: [13900022, 'Too many open files'],
  ENOSPC: [13900025, 'No space left on device'],
  EROFS: [13900027, 'Read-only file system'],
  ENOTEMPTY: [13900032, 'Directory not empty'],
};

interface ReadOptions {
  offset?: number;
  length?: number;
  encoding?: string;
}

/** An open file. */
class File {
  readonly fd: number;
  readonly path: string;

  constructor(fd: number, path: string) {
    this.fd = fd;
    this.path = path;
  }

  get name(): string {
    return basename(this.path);
  }

  getParent(): string {
    return dirname(this.path);
  }
}

class Stat {
  readonly stat: fs.Stats;

  constructor(stat: fs.Stats) {
    this.stat = stat;
  }

  get size(): number {
    return this.stat.size;
  }

  get ino(): bigint {
    return BigInt(this.stat.ino);
  }

  get mode(): number {
    return this.stat.mode & 0o7777;
  }

  get uid(): number {
    return this.stat.uid;
  }

  get gid(): number {
    return this.stat.gid;
  }

  /** Seconds since 1970, as the next two. */
  get atime(): number {
    return Math.floor(this.stat.atimeMs / 1000);
  }

  get mtime(): number {
    return Math.floor(this.stat.mtimeMs / 1000);
  }

  get ctime(): number {
    return Math.floor(this.stat.ctimeMs / 1000);
  }

  isFile(): boolean {
    return this.stat.isFile();
  }

  isDirectory(): boolean {
    return this.stat.isDirectory();
  }

  isSymbolicLink(): boolean {
    return this.stat.isSymbolicLink();
  }
}

/** The functions, by the names of their asynchronous forms; each exists as `nameSync` too. */
const functions = {
  open: (path: string, mode: number = OpenMode.READ_ONLY): File =>
    new File(fs.openSync(hostPath(text('open', path)), mode & ~OpenMode.DIR, 0o660), path),
  close: (file: File | number): void => fs.closeSync(fdOf(file)),
  read: (fd: number, buffer: ArrayBuffer, { offset, length }: ReadOptions = {}): number =>
    fs.readSync(
      fd,
      new Uint8Array(buffer),
      0,
      Math.min(length ?? buffer.byteLength, buffer.byteLength),
      offset ?? null,
    ),
  write: (fd: number, data: ArrayBuffer | string, { offset, length }: ReadOptions = {}): number => {
    const bytes = typeof data === 'string' ? Buffer.from(data) : new Uint8Array(data);
    return fs.writeSync(fd, bytes, 0, Math.min(length ?? bytes.length, bytes.length), offset ?? null);
  },
  access: (path: string): boolean => fs.existsSync(hostPath(text('access', path))),
  stat: (file: string | number): Stat =>
    new Stat(typeof file === 'number' ? fs.fstatSync(file) : fs.statSync(hostPath(file))),
  lstat: (path: string): Stat => new Stat(fs.lstatSync(hostPath(path))),
  mkdir: (path: string, recursion = false): void =>
    void fs.mkdirSync(hostPath(text('mkdir', path)), { recursive: recursion }),
  rmdir: (path: string): void => fs.rmSync(existing(path), { recursive: true }),
  unlink: (path: string): void => fs.unlinkSync(hostPath(text('unlink', path))),
  rename: (from: string, to: string): void => fs.renameSync(hostPath(from), hostPath(to)),
  moveFile: (from: string, to: string): void => fs.renameSync(hostPath(from), hostPath(to)),
  copyFile: (from: string | number, to: string | number): void => {
    const bytes = fs.readFileSync(typeof from === 'number' ? from : hostPath(from));
    fs.writeFileSync(typeof to === 'number' ? to : hostPath(to), bytes);
  },
  truncate: (file: string | number, length = 0): void =>
    typeof file === 'number' ? fs.ftruncateSync(file, length) : fs.truncateSync(hostPath(file), length),
  fsync: (fd: number): void => fs.fsyncSync(fd),
  fdatasync: (fd: number): void => fs.fdatasyncSync(fd),
  listFile: (path: string, options: { recursion?: boolean } = {}): string[] => list(hostPath(path), options.recursion),
  readText: (path: string, { offset = 0, length }: ReadOptions = {}): string =>
    fs
      .readFileSync(hostPath(text('readText', path)))
      .subarray(offset, length === undefined ? undefined : offset + length)
      .toString('utf8'),
  mkdtemp: (prefix: string): string => devicePath(fs.mkdtempSync(hostPath(prefix).replace(/X{6}$/, ''))),
  symlink: (target: string, path: string): void => fs.symlinkSync(hostPath(target), hostPath(path)),
};

type Functions = typeof functions;
type SyncForms = { [Name in keyof Functions as `${Name}Sync`]: Functions[Name] };
type AsyncForms = {
  [Name in keyof Functions]: (
    ...values: [...Parameters<Functions[Name]>, callback?: (error: unknown, data?: unknown) => void]
  ) => Promise<ReturnType<Functions[Name]>>;
};

function bothForms(): SyncForms & AsyncForms {
  const forms: Record<string, unknown> = {};
  for (const [name, run] of Object.entries(functions) as [string, (...values: unknown[]) => unknown][]) {
    const checked = (values: unknown[]): unknown => translated(() => run(...values));
    forms[`${name}Sync`] = (...values: unknown[]) => checked(values);
    forms[name] = (...values: unknown[]) => {
      const callback = typeof values.at(-1) === 'function' ? (values.pop() as (error: unknown) => void) : undefined;
      return withCallback(
        Promise.resolve().then(() => checked(values)),
        callback,
      );
    };
  }
  return forms as SyncForms & AsyncForms;
}

/** Errors of the system by their documented codes. */
function translated<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const known = codes[String((error as NodeJS.ErrnoException).code)];
    throw known === undefined ? error : new BusinessError(...known);
  }
}

function list(folder: string, recursion = false): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  if (!recursion) return entries.map((entry) => entry.name).sort();
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? list(path, true).map((name) => `/${entry.name}${name}`) : [`/${entry.name}`];
    })
    .sort();
}

function existing(path: string): string {
  const file = hostPath(text('rmdir', path));
  fs.readdirSync(file);
  return file;
}

function fdOf(file: File | number): number {
  return typeof file === 'number' ? file : file.fd;
}

function text(name: string, path: unknown): string {
  if (typeof path === 'string') return path;
  throw parameterError(`fileIo.${name} takes a path, not ${String(path)}`);
}

export default namespace('@ohos.file.fs', { OpenMode, File, Stat, ...bothForms() });
