/** Errors of the file APIs: the system's, by their documented codes. */
import { getSystemErrorName } from 'node:util';
import { BusinessError } from '../business-error.ts';
import { bothForms } from '../callbacks.ts';
import type { AsyncForms, SyncForms } from '../callbacks.ts';

/** By the system's names, in the order of the documentation, which counts from 13900001. */
const names: readonly (readonly [name: string, text: string])[] = [
  ['EPERM', 'Operation not permitted'],
  ['ENOENT', 'No such file or directory'],
  ['ESRCH', 'No such process'],
  ['EINTR', 'Interrupted system call'],
  ['EIO', 'I/O error'],
  ['ENXIO', 'No such device or address'],
  ['E2BIG', 'Arg list too long'],
  ['EBADF', 'Bad file descriptor'],
  ['ECHILD', 'No child processes'],
  ['EAGAIN', 'Try again'],
  ['ENOMEM', 'Out of memory'],
  ['EACCES', 'Permission denied'],
  ['EFAULT', 'Bad address'],
  ['EBUSY', 'Device or resource busy'],
  ['EEXIST', 'File exists'],
  ['EXDEV', 'Cross-device link'],
  ['ENODEV', 'No such device'],
  ['ENOTDIR', 'Not a directory'],
  ['EISDIR', 'Is a directory'],
  ['EINVAL', 'Invalid argument'],
  ['ENFILE', 'File table overflow'],
  ['EMFILE', 'Too many open files'],
  ['ETXTBSY', 'Text file busy'],
  ['EFBIG', 'File too large'],
  ['ENOSPC', 'No space left on device'],
  ['ESPIPE', 'Illegal seek'],
  ['EROFS', 'Read-only file system'],
  ['EMLINK', 'Too many links'],
  ['EDEADLK', 'Resource deadlock would occur'],
  ['ENAMETOOLONG', 'File name too long'],
  ['ENOSYS', 'Function not implemented'],
  ['ENOTEMPTY', 'Directory not empty'],
  ['ELOOP', 'Too many symbolic links encountered'],
  ['EWOULDBLOCK', 'Operation would block'],
  ['EBADR', 'Invalid request descriptor'],
  ['ENOSTR', 'Device not a stream'],
  ['ENODATA', 'No data available'],
  ['EOVERFLOW', 'Value too large for defined data type'],
  ['EBADFD', 'File descriptor in bad state'],
  ['ERESTART', 'Interrupted system call should be restarted'],
  ['EDQUOT', 'Quota exceeded'],
  ['UNKNOWN', 'Unknown error'],
  ['ENOLCK', 'No record locks available'],
  ['ENETUNREACH', 'Network is unreachable'],
];

const codes = new Map(names.map(([name, text], index) => [name, [13900001 + index, text] as const]));

/** The error by the system's name for it; a name that is not documented is an unknown error. */
export function fileError<T = void>(name: string, data?: T): BusinessError<T> {
  const [code, text] = codes.get(name) ?? [13900042, 'Unknown error'];
  return new BusinessError(code, text, data);
}

/** A wrong argument. Functions throw it at once, also those that give a promise. */
export class ArgumentError extends BusinessError {
  constructor() {
    super(13900020, 'Invalid argument');
  }
}

/** Runs something; errors of the system become those of the API. */
export function translated<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? fileError(code) : error;
  }
}

/** The result of a call of the system; a negative one is the number of an error. */
export function checked(result: number): number {
  if (result < 0) throw fileError(getSystemErrorName(result));
  return result;
}

/** Both forms of functions for files. */
export function fileForms<F extends Record<string, (...values: never[]) => unknown>>(
  functions: F,
): SyncForms<F> & AsyncForms<F> {
  return bothForms(functions, translated);
}
