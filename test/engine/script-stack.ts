/** Script frames that native code printed name generated positions: maps them back to the ArkTS source. */
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { inlineMap, loadEts } from '../build/ets-cache.ts';
import { isNoise } from './failure.ts';

const frame = /^(?:(.*?) \()?(\S+?):(\d+):(\d+)\)?$/;

/**
 * The frames of a V8 stack text as `at name (path:line:column)`, without those of the harness, hypium and Node.
 * @param cacheDir arkhost's cache, where the transformed source and its map stand.
 */
export function readableScript(text: string, cacheDir: string): string[] {
  const maps = new Map<string, SourceMap | undefined>();
  const lines: string[] = [];
  for (const raw of text.split('\n').map((line) => line.trim())) {
    const match = frame.exec(raw);
    if (match === null || match[2]?.startsWith('node:') || isNoise(`at ${raw}`)) continue;
    const [, name, url = '', line, column] = match;
    if (!maps.has(url)) maps.set(url, sourceMap(url, cacheDir));
    const place = mapped(maps.get(url), url, Number(line), Number(column));
    lines.push(name === undefined ? `at ${place}` : `at ${name} (${place})`);
  }
  return lines;
}

function mapped(map: SourceMap | undefined, url: string, line: number, column: number): string {
  // A script of JSVM has the name that it was compiled with, which is no file.
  if (!url.startsWith('file:')) return `${url}:${line}:${column}`;
  const entry = map?.findEntry(line - 1, column - 1);
  const [row, col] =
    entry !== undefined && 'originalLine' in entry
      ? [entry.originalLine + 1, entry.originalColumn + 1]
      : [line, column];
  return `${fileURLToPath(url)}:${row}:${col}`;
}

function sourceMap(url: string, cacheDir: string): SourceMap | undefined {
  if (!/\.e?ts$/.test(url)) return undefined;
  try {
    const map = inlineMap(loadEts(fileURLToPath(url), url, cacheDir));
    return map === undefined ? undefined : new SourceMap(map as SourceMapPayload);
  } catch {
    // The source changed or is gone: generated positions are better than nothing.
    return undefined;
  }
}
