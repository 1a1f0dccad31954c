/**
 * The formatter of ArkTS and TypeScript: the native part of oxk, which is a package for each platform. The package
 * around it is left out: it only adds Prettier for other languages, and it names platform packages that do not exist,
 * so that `npm ci` refuses it.
 */
import { createRequire } from 'node:module';

/** Formats a text; the name of the file decides the language. With errors the text comes back as it was. */
export type Formatter = (
  file: string,
  source: string,
  options: { singleQuote: boolean; printWidth: number },
) => Promise<{ code: string; errors: string[] }>;

const PACKAGE = `@ohos-rs/oxk-linux-${process.arch}-gnu`;

/** The formatter, or undefined on a platform for which npm has none. */
export function loadFormatter(): Formatter | undefined {
  const require = createRequire(import.meta.url);
  try {
    return (require(PACKAGE) as { format: Formatter }).format;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}
