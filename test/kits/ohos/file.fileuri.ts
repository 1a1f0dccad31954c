/** `@ohos.file.fileuri`: URIs of the application's files, `file://<bundle>/data/storage/...`. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { hostPath } from '../device-path.ts';
import { ArgumentError } from '../files/errors.ts';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';

function getUriFromPath(path: string): string {
  if (typeof path !== 'string') throw new ArgumentError();
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return new URL(`file://${host().config.bundleName}${escaped}`).href;
}

class FileUri {
  readonly #url: URL;

  /** Takes a URI or a path. */
  constructor(uriOrPath: string) {
    if (typeof uriOrPath !== 'string') throw new ArgumentError();
    try {
      this.#url = new URL(uriOrPath.includes('://') ? uriOrPath : getUriFromPath(uriOrPath));
    } catch {
      throw new ArgumentError();
    }
  }

  get path(): string {
    return decodeURIComponent(this.#url.pathname);
  }

  get name(): string {
    return basename(this.path);
  }

  get scheme(): string {
    return this.#url.protocol.slice(0, -1);
  }

  get host(): string {
    return this.#url.hostname;
  }

  get authority(): string {
    return this.#url.host;
  }

  get query(): string {
    return this.#url.search.slice(1);
  }

  get fragment(): string {
    return this.#url.hash.slice(1);
  }

  equals(other: FileUri): boolean {
    return this.toString() === other.toString();
  }

  /** The URI of a folder itself, and of the folder that a file stands in. */
  getFullDirectoryUri(): string {
    const uri = this.toString();
    const isFolder = statSync(hostPath(this.path), { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? uri : uri.slice(0, uri.lastIndexOf('/'));
  }

  /** Files of other devices have a network id in their URI. */
  isRemoteUri(): boolean {
    return this.#url.searchParams.has('networkid');
  }

  toString(): string {
    return this.#url.href;
  }
}

export default namespace('@ohos.file.fileuri', { FileUri, getUriFromPath });
