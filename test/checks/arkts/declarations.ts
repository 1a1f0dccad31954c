/** The hand-written declarations of ArkUI, the runtime and the kits: where they stand and what they declare. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the declarations. */
export const TYPES_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'ets-types');

const KITS = join(TYPES_ROOT, 'kits');

/** Declaration files whose contents are global in every .ets file. */
export function globalDeclarations(): string[] {
  return ['arkui', 'runtime'].flatMap((folder) =>
    readdirSync(join(TYPES_ROOT, folder))
      .filter((name) => name.endsWith('.d.ets'))
      .sort()
      .map((name) => join(TYPES_ROOT, folder, name)),
  );
}

/** The declaration of `@kit.X` or `@ohos.x`, a file of that name, or undefined when nobody has written it. */
export function kitDeclaration(specifier: string): string | undefined {
  if (!/^@(kit|ohos|arkts|system)\.[\w.]+$/.test(specifier)) {
    return undefined;
  }
  // As in the SDK: what is declared in a .d.ts file may be used by index.
  return ['.d.ets', '.d.ts'].map((ending) => join(KITS, specifier + ending)).find((file) => existsSync(file));
}

/**
 * Names of the built-in components: every `declare const X: XInterface` of the ArkUI declarations.
 * The parser needs them, because a component that it does not know may have no `{ }` block.
 */
export function componentNames(): string[] {
  const names: string[] = [];
  for (const file of globalDeclarations()) {
    for (const match of readFileSync(file, 'utf8').matchAll(/^declare const (\w+): (\w+);$/gm)) {
      const [, name, type] = match;
      if (name !== undefined && type === `${name}Interface` && name !== 'ForEach') {
        names.push(name);
      }
    }
  }
  return names;
}
