/** What is known of a file. */
import type { BigIntStats } from 'node:fs';

export class Stat {
  readonly #stat: BigIntStats;

  constructor(stat: BigIntStats) {
    this.#stat = stat;
  }

  get ino(): bigint {
    return this.#stat.ino;
  }

  /** The bits of the permissions, and those of the kind above them. */
  get mode(): number {
    return Number(this.#stat.mode);
  }

  get uid(): number {
    return Number(this.#stat.uid);
  }

  get gid(): number {
    return Number(this.#stat.gid);
  }

  get size(): number {
    return Number(this.#stat.size);
  }

  /** Seconds since 1970, as the next two. */
  get atime(): number {
    return Number(this.#stat.atimeNs / 1_000_000_000n);
  }

  get mtime(): number {
    return Number(this.#stat.mtimeNs / 1_000_000_000n);
  }

  get ctime(): number {
    return Number(this.#stat.ctimeNs / 1_000_000_000n);
  }

  /** A LocationType: there is no cloud. */
  get location(): number {
    return 1;
  }

  isBlockDevice(): boolean {
    return this.#stat.isBlockDevice();
  }

  isCharacterDevice(): boolean {
    return this.#stat.isCharacterDevice();
  }

  isDirectory(): boolean {
    return this.#stat.isDirectory();
  }

  isFIFO(): boolean {
    return this.#stat.isFIFO();
  }

  isFile(): boolean {
    return this.#stat.isFile();
  }

  isSocket(): boolean {
    return this.#stat.isSocket();
  }

  isSymbolicLink(): boolean {
    return this.#stat.isSymbolicLink();
  }
}
