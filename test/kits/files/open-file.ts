/** Open files. */
import * as fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { later, splitCallback } from '../callbacks.ts';
import { devicePath, plainPath } from '../device-path.ts';
import { count, descriptor, pathOf } from './arguments.ts';
import { ArgumentError, checked } from './errors.ts';
import { systemFiles } from './system.ts';

/** The flags of the API, which are not everywhere those of the system. */
export const OpenMode = {
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

const { constants } = fs;
const flags: readonly (readonly [mode: number, flag: number])[] = [
  [OpenMode.CREATE, constants.O_CREAT],
  [OpenMode.TRUNC, constants.O_TRUNC],
  [OpenMode.APPEND, constants.O_APPEND],
  [OpenMode.NONBLOCK, constants.O_NONBLOCK],
  [OpenMode.DIR, constants.O_DIRECTORY],
  [OpenMode.NOFOLLOW, constants.O_NOFOLLOW],
  [OpenMode.SYNC, constants.O_SYNC],
];
const known = flags.reduce((all, [mode]) => all | mode, 0o3);

/** Milliseconds between two looks at a file that another has locked. */
const lockInterval = 5;

/** An open file. */
export class File {
  readonly fd: number;
  /** The path that it was opened by. */
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

  /** Waits until nobody else has locked the file. */
  lock(...values: unknown[]): Promise<void> | undefined {
    const [[exclusive], callback] = splitCallback(values);
    const kind = lockKind(exclusive);
    const attempt = (resolve: () => void, reject: (reason: unknown) => void): void => {
      try {
        this.#lock(kind);
        resolve();
      } catch (error) {
        if ((error as { code?: number }).code !== 13900010) reject(error);
        else setTimeout(attempt, lockInterval, resolve, reject);
      }
    };
    return later(() => new Promise<void>(attempt), callback);
  }

  /** Throws code 13900010 when another has locked the file. */
  tryLock(exclusive = false): void {
    this.#lock(lockKind(exclusive));
  }

  unlock(): void {
    this.#lock('none');
  }

  #lock(kind: 'shared' | 'exclusive' | 'none'): void {
    checked(systemFiles('File.lock').lock(this.fd, kind));
  }
}

function lockKind(exclusive: unknown): 'shared' | 'exclusive' {
  if (exclusive !== undefined && typeof exclusive !== 'boolean') throw new ArgumentError();
  return exclusive === true ? 'exclusive' : 'shared';
}

/** Opens a path or URI by the API's flags. */
export function openFile(path: string, mode: number = OpenMode.READ_ONLY): File {
  return new File(openFd(path, mode), plainPath(path));
}

/** The same, for the descriptor alone. */
export function openFd(path: unknown, mode: unknown): number {
  const wanted = count(mode, OpenMode.READ_ONLY);
  if ((wanted & ~known) !== 0 || (wanted & 0o3) === 0o3) throw new ArgumentError();
  const system = flags.reduce((all, [bit, flag]) => ((wanted & bit) === bit ? all | flag : all), wanted & 0o3);
  return fs.openSync(pathOf(path), system, 0o660);
}

/** Closes a file, or a descriptor. */
export function closeFile(file: File | number): void {
  fs.closeSync(file instanceof File ? file.fd : descriptor(file));
}

/** Another descriptor of the same open file. */
export function duplicate(fd: number): File {
  const copy = checked(systemFiles('fileIo.dup').duplicate(descriptor(fd)));
  return new File(copy, devicePath(fs.readlinkSync(`/proc/self/fd/${copy}`)));
}

/** Moves in a file; returns the new place. `whence` is a WhenceType. */
export function seek(fd: number, offset: number, whence = 0): number {
  if (typeof offset !== 'number' || ![0, 1, 2].includes(whence)) throw new ArgumentError();
  return checked(systemFiles('fileIo.lseek').seek(descriptor(fd), offset, whence));
}

/** The place of an open file. */
export function placeOf(fd: number): number {
  return Number(/^pos:\s+(\d+)/m.exec(fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? 0);
}
