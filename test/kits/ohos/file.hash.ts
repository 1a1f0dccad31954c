/** `@ohos.file.hash`: digests of files, in capital hexadecimal digits. */
import { createHash as createDigest } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { later, splitCallback } from '../callbacks.ts';
import { pathOf } from '../files/arguments.ts';
import { ArgumentError, translated } from '../files/errors.ts';
import { namespace } from '../namespace.ts';

const algorithms = new Set(['md5', 'sha1', 'sha256']);

function digestOf(algorithm: unknown): Hash {
  if (typeof algorithm !== 'string' || !algorithms.has(algorithm)) throw new ArgumentError();
  return createDigest(algorithm);
}

/** A digest of what is handed over piece by piece. */
class HashStream {
  readonly #digest: Hash;
  #hasEnded = false;

  constructor(digest: Hash) {
    this.#digest = digest;
  }

  update(data: ArrayBuffer): void {
    if (!(data instanceof ArrayBuffer)) throw new ArgumentError();
    this.#checkOpen();
    this.#digest.update(new Uint8Array(data));
  }

  /** Ends it. */
  digest(): string {
    this.#checkOpen();
    this.#hasEnded = true;
    return this.#digest.digest('hex').toUpperCase();
  }

  #checkOpen(): void {
    if (this.#hasEnded) throw new ArgumentError();
  }
}

export default namespace('@ohos.file.hash', {
  hash: (...all: unknown[]): Promise<string> | undefined => {
    const [[path, algorithm], callback] = splitCallback(all);
    const digest = digestOf(algorithm);
    const file = pathOf(path);
    const run = (): string => translated(() => digest.update(readFileSync(file)).digest('hex').toUpperCase());
    return later(run, callback);
  },
  createHash: (algorithm: string): HashStream => new HashStream(digestOf(algorithm)),
});
