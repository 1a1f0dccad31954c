/** `fileIo.copy`: a file or folder by its URI, with progress, and with a signal that stops it. */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { later, splitCallback } from '../callbacks.ts';
import { devicePath } from '../device-path.ts';
import { pathOf } from './arguments.ts';
import { ArgumentError, fileError, translated } from './errors.ts';

interface Progress {
  processedSize: number;
  totalSize: number;
}

interface CopyOptions {
  progressListener?: (progress: Progress) => void;
  copySignal?: TaskSignal;
}

/** Stops a copy. */
export class TaskSignal {
  #stop: (() => void) | undefined;
  #waiting: ((path: string) => void)[] = [];

  /** Throws code 13900043 when nothing is being copied. */
  cancel(): void {
    if (this.#stop === undefined) throw fileError('ENOLCK');
    this.#stop();
  }

  /** Resolves with the last file when a copy was stopped. */
  onCancel(): Promise<string> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A copy begins. Returns what it calls at its end, with the last file when it was stopped. */
  begin(stop: () => void): (last?: string) => void {
    this.#stop = stop;
    return (last) => {
      this.#stop = undefined;
      if (last === undefined) return;
      for (const resolve of this.#waiting) resolve(devicePath(last));
      this.#waiting = [];
    };
  }
}

const isUri = (uri: unknown): uri is string => typeof uri === 'string' && uri.startsWith('file://');

/** Copies from one URI to another; folders with all that is in them. Files that exist are replaced. */
export function copy(from: string, to: string, ...rest: unknown[]): Promise<void> | undefined {
  const [[options], callback] = splitCallback(rest);
  if (!isUri(from) || !isUri(to)) throw new ArgumentError();
  return later(() => run(pathOf(from), pathOf(to), (options ?? {}) as CopyOptions), callback);
}

async function run(from: string, to: string, { progressListener, copySignal }: CopyOptions): Promise<void> {
  const files = translated(() => filesOf(from, to));
  const totalSize = files.reduce((sum, { size }) => sum + size, 0);
  let stopped = false;
  const end = copySignal?.begin(() => (stopped = true));
  let last = from;
  let processedSize = 0;
  try {
    for (const { source, target, size } of files) {
      // A turn of the event loop for each: the signal can come in between.
      await new Promise(setImmediate);
      if (stopped) break;
      last = source;
      translated(() => {
        fs.mkdirSync(dirname(target), { recursive: true });
        fs.copyFileSync(source, target);
      });
      processedSize += size;
      progressListener?.({ processedSize, totalSize });
    }
  } finally {
    end?.(stopped ? last : undefined);
  }
  if (stopped) throw fileError('ECANCELED');
}

interface FileToCopy {
  source: string;
  target: string;
  size: number;
}

function filesOf(source: string, target: string): FileToCopy[] {
  const stat = fs.statSync(source);
  if (!stat.isDirectory()) return [{ source, target, size: stat.size }];
  fs.mkdirSync(target, { recursive: true });
  return fs.readdirSync(source).flatMap((name) => filesOf(join(source, name), join(target, name)));
}
