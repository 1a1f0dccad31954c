/** The pinned @ohos/hypium: where it stands, and what its files need before they can be loaded. */
import { modules, path } from './builtin.ts';

/** hypium's entry: the project's own copy is an .ets tree of the same code; the pinned package is what arkhost knows. */
export function hypiumFile(): string {
  const folder = path.dirname(modules.createRequire(import.meta.url).resolve('@ohos/hypium/package.json'));
  return path.join(folder, 'index.js');
}

/**
 * hypium says every step on the console. What it says arrives by its events, so its files get a silent console of their own;
 * on the same line, to keep the lines of stacks.
 */
const quiet = 'const console = { debug() {}, log() {}, info() {}, warn() {}, error() {} }; ';

/** The source of one of hypium's files, made silent. */
export function quietSource(source: string): string {
  return quiet + source;
}
