/** Transformed ArkTS, kept by content. A warm run reads one small file per source and never loads the compiler. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type * as Transform from './ets-transform.ts';

const trailer = '//# arkhost=';

/** Hashes of the transform's own code, so that a change of it never meets old output. */
let version: string | undefined;

function transformVersion(): string {
  if (version === undefined) {
    const extension = extname(import.meta.filename);
    const parts = ['ets-transform', 'ets-lower', 'ets-lower-struct', 'ets-names'];
    const texts = parts.map((part) => readFileSync(join(import.meta.dirname, part + extension), 'utf8'));
    version = hash('sha1', `ohos-typescript 4.9.5-r9\n${texts.join('\n')}`);
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
  const source = readFileSync(path, 'utf8');
  const key = hash('sha1', `${transformVersion()}\n${url}\n${source}`);
  const file = join(cacheDir, 'ets', key.slice(0, 2), `${key.slice(2)}.mjs`);
  return readEntry(file) ?? writeEntry(file, compiler().transformEts(source, path, url));
}

/** `require` rather than `import`: module hooks are synchronous. */
function compiler(): typeof Transform {
  const extension = extname(import.meta.filename);
  return createRequire(import.meta.url)(`./ets-transform${extension}`) as typeof Transform;
}

function readEntry(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const cut = text.lastIndexOf(trailer);
  if (cut < 0) return undefined;
  const body = text.slice(0, cut);
  return text.slice(cut + trailer.length).trim() === hash('sha1', body) ? body : undefined;
}

function writeEntry(file: string, body: string): string {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${body}${trailer}${hash('sha1', body)}\n`);
    renameSync(temporary, file);
  } catch {
    // A read-only or full cache costs time, not the run.
  }
  return body;
}
