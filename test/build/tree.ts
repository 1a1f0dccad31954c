/** Lists what is in a folder. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files and all folders (`folder` itself among them) below `folder`, in a stable order. */
export function listTree(folder: string): { files: string[]; folders: string[] } {
  const found: { files: string[]; folders: string[] } = { files: [], folders: [folder] };
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const below = listTree(path);
      found.files.push(...below.files);
      found.folders.push(...below.folders);
    } else {
      found.files.push(path);
    }
  }
  return found;
}
