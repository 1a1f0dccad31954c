/**
 * Transformed ArkTS. A warm run asks the file system whether a source is as it was and reads one file; it loads neither the
 * compiler nor a hash library.
 */
import { fs, path } from './builtin.ts';
import type * as Transform from './ets-transform.ts';
import { loadOwn } from './own.ts';

const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = fs;
const { dirname, extname, join } = path;

const mark = '//# arkhost=';

/** The last line of an entry: whose it is, and what it was made from. */
interface Stamp {
  url: string;
  /** Size and times of the transform's own files. */
  version: string;
  /** Size, times and inode of the source. */
  source: string;
  /** Length of the code before this line. */
  length: number;
}

interface Entry {
  code: string;
  stamp: Stamp;
}

let version: string | undefined;

/** Changes with the transform's own code, so that a change of it never meets old output. */
function transformVersion(): string {
  if (version === undefined) {
    const extension = extname(import.meta.filename);
    const lowering = ['ets-lower', 'ets-lower-builders', 'ets-lower-struct', 'ets-lower-ui'];
    const parts = ['ets-transform', 'ets-declared', ...lowering, 'ets-names'];
    version = parts.map((part) => fileStamp(join(import.meta.dirname, part + extension))).join(' ');
  }
  return version;
}

/**
 * The JavaScript of an ArkTS file: from the cache, or transformed and put there. A damaged cache entry is made again;
 * a cache that cannot be written is no error. Throws EtsSyntaxError for source the ArkTS parser refuses.
 * @param path The file.
 * @param url Its `file:` URL, which stacks and source maps name.
 * @param cacheDir arkhost's cache.
 */
export function loadEts(path: string, url: string, cacheDir: string): string {
  // Two installations of arkhost would for ever replace each other's entries.
  const file = join(cacheDir, 'ets', `${nameHash(`${import.meta.dirname} ${url}`)}.mjs`);
  const stamp: Stamp = { url, version: transformVersion(), source: fileStamp(path), length: 0 };
  const entry = readEntry(file);
  const usable = entry?.stamp.url === url && entry.stamp.version === stamp.version;
  if (usable && entry.stamp.source === stamp.source) return entry.code;
  const source = readFileSync(path, 'utf8');
  // A checkout changes times, not text.
  const code = usable && sourceOf(entry.code) === source ? entry.code : compiler().transformEts(source, path, url);
  writeEntry(file, code, stamp);
  return code;
}

/** The source text that stands in the inline map of transformed code; undefined when there is none. */
export function sourceOf(code: string): string | undefined {
  return inlineMap(code)?.sourcesContent?.[0];
}

/** The inline source map of transformed code. */
export function inlineMap(code: string): { sourcesContent?: string[] } | undefined {
  const data = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/.exec(code)?.[1];
  return data === undefined
    ? undefined
    : (JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as { sourcesContent?: string[] });
}

/** `require` rather than `import`: module hooks are synchronous. */
function compiler(): typeof Transform {
  return loadOwn('build/ets-transform') as unknown as typeof Transform;
}

function fileStamp(path: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
  return `${size}.${mtimeNs}.${ctimeNs}.${ino}`;
}

function readEntry(file: string): Entry | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const cut = text.lastIndexOf(mark);
    if (cut < 0) return undefined;
    const stamp = JSON.parse(text.slice(cut + mark.length)) as Stamp;
    return stamp.length === cut ? { code: text.slice(0, cut), stamp } : undefined;
  } catch {
    return undefined;
  }
}

function writeEntry(file: string, code: string, stamp: Stamp): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${code}${mark}${JSON.stringify({ ...stamp, length: code.length })}\n`);
    renameSync(temporary, file);
  } catch {
    // A read-only or full cache costs time, not the run.
  }
}

/** A file name for a URL: FNV-1a twice, with different seeds. The entry holds the URL itself. */
function nameHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) + index;
  }
  return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
