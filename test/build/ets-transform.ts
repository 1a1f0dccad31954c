/** ArkTS source to an ES module. Loads the ArkTS compiler (0.4 s): callers go through ets-cache.ts. */
import ts from 'ohos-typescript';
import { etsOptions } from './ets-names.ts';
import { lowerUi, dropLazyImports } from './ets-lower.ts';

/** A file the ArkTS parser does not accept. */
export class EtsSyntaxError extends Error {
  override readonly name = 'EtsSyntaxError';
  /** `path:line:column`, the first error. */
  readonly place: string;

  constructor(place: string, message: string) {
    super(message);
    this.place = place;
  }
}

/**
 * Transforms one .ets or .ts file to JavaScript with an inline source map that names `url`.
 * Throws EtsSyntaxError that lists every syntax error as `path:line:column: message`.
 */
export function transformEts(source: string, path: string, url: string): string {
  const options: ts.CompilerOptions = {
    ets: etsOptions() as unknown as ts.EtsOptions,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2020,
    sourceMap: true,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    importsNotUsedAsValues: ts.ImportsNotUsedAsValues.Remove,
    noTransformedKitInParser: true,
    etsAnnotationsEnable: /@interface\b/.test(source),
  };
  const output = ts.transpileModule(source, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: options,
    transformers: { before: [lowerUi], after: [dropLazyImports] },
  });
  const errors = (output.diagnostics ?? []).filter((item) => item.category === ts.DiagnosticCategory.Error);
  if (errors.length > 0) throw syntaxError(errors, path);
  return withInlineMap(output.outputText, output.sourceMapText ?? '', source, url);
}

function syntaxError(errors: readonly ts.Diagnostic[], path: string): EtsSyntaxError {
  const lines = errors.map((error) => {
    const message = ts.flattenDiagnosticMessageText(error.messageText, '\n');
    if (error.file === undefined || error.start === undefined) return { place: path, message };
    const { line, character } = error.file.getLineAndCharacterOfPosition(error.start);
    return { place: `${path}:${line + 1}:${character + 1}`, message };
  });
  const text = lines.map((line) => `${line.place}: ${line.message}`).join('\n');
  return new EtsSyntaxError(lines[0]?.place ?? path, text);
}

function withInlineMap(code: string, mapText: string, source: string, url: string): string {
  const map = JSON.parse(mapText) as {
    sources: string[];
    sourcesContent?: string[];
    sourceRoot?: string;
    file?: string;
  };
  map.sources = [url];
  map.sourcesContent = [source];
  delete map.sourceRoot;
  delete map.file;
  const body = code.replace(/\n?\/\/# sourceMappingURL=\S*\s*$/, '\n');
  return `${body}//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}\n`;
}
