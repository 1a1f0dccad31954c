/** `fileIo.listFile`: names in a folder, filtered. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { count, pathOf } from './arguments.ts';
import { ArgumentError } from './errors.ts';

interface Filter {
  suffix?: string[];
  displayName?: string[];
  fileSizeOver?: number;
  lastModifiedAfter?: number;
}

interface ListFileOptions {
  recursion?: boolean;
  /** How many names at most; 0 means all. */
  listNum?: number;
  filter?: Filter;
}

const filters = new Set(['suffix', 'displayName', 'fileSizeOver', 'lastModifiedAfter']);

/** Names in a folder; with `recursion` those of all files below it, as paths that begin at the folder. */
export function listFile(path: string, options?: ListFileOptions | null): string[] {
  const { recursion = false, listNum, filter } = options ?? {};
  const most = count(listNum, 0);
  const folder = pathOf(path);
  const kept = keeps(filter ?? {});
  const names = recursion ? below(folder, '', kept) : fs.readdirSync(folder).filter((name) => kept(join(folder, name)));
  const sorted = names.sort();
  return most === 0 ? sorted : sorted.slice(0, most);
}

function below(root: string, inner: string, kept: (file: string) => boolean): string[] {
  return fs.readdirSync(root + inner, { withFileTypes: true }).flatMap((entry) => {
    const name = `${inner}/${entry.name}`;
    if (entry.isDirectory()) return below(root, name, kept);
    return kept(root + name) ? [name] : [];
  });
}

/** Says of a file whether the filter keeps it. */
function keeps(filter: Filter): (file: string) => boolean {
  // `mimeType` and `excludeMedia` are there in the API, and do nothing there yet either.
  const { suffix, displayName, fileSizeOver, lastModifiedAfter } = filter;
  for (const list of [suffix, displayName]) {
    if (list !== undefined && (!Array.isArray(list) || list.length === 0)) throw new ArgumentError();
  }
  const [size, time] = [count(fileSizeOver, -1), count(lastModifiedAfter, -1)];
  const patterns = displayName?.map(wildcards);
  if (!Object.keys(filter).some((name) => filters.has(name))) return () => true;
  return (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (suffix !== undefined && stat?.isDirectory() !== true && !suffix.some((end) => name.endsWith(end))) return false;
    if (patterns !== undefined && !patterns.some((pattern) => pattern.test(name))) return false;
    return stat === undefined || (stat.size > size && Math.floor(stat.mtimeMs / 1000) > time);
  };
}

/** A pattern of the shell: `*` and `?`. */
function wildcards(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's');
}
