import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isFolder } from './layout.ts';

/** Folders that tools make; no source of a project stands there. */
const generated = new Set(['node_modules', 'oh_modules', 'build', '.cxx', '.hvigor', '.preview', '.test', '.git']);

/** All files below a folder, sorted; with extensions given, those only. None when there is no such folder. */
export function filesBelow(folder: string, ...extensions: string[]): string[] {
  if (!isFolder(folder)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!generated.has(entry.name)) found.push(...filesBelow(path, ...extensions));
    } else if (extensions.length === 0 || extensions.includes(extname(entry.name))) {
      found.push(path);
    }
  }
  return found.sort();
}

/** Names of the folders right below a folder, sorted. */
export function foldersIn(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
