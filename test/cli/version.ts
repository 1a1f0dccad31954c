import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../build/home.ts';

/** The version of arkhost, from its package.json. */
export function arkhostVersion(): string {
  const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** The text of `arkhost --version`. */
export function versionText(): string {
  return `arkhost ${arkhostVersion()} (engine: Node.js ${process.versions.node}, V8 ${process.versions.v8})\n`;
}
