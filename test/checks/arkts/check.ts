/** Type check and strict ArkTS rules over .ets files, by the checker that the SDK's own build uses. */
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'ohos-typescript';
import { createHost } from './host.ts';
import type { ArktsInput } from './host.ts';
import { checkOptions } from './options.ts';
import { uiFindings } from './ui-rules.ts';

/** One error in an .ets file. Lines and columns count from 1. */
export interface EtsFinding {
  /** Path relative to the project; empty when the error belongs to no file. */
  file: string;
  line: number;
  column: number;
  /** `TS2322` for a type error, `arkts-no-any-unknown` and the like for a rule, `ui-...` for a rule of ours. */
  code: string;
  message: string;
}

/** The overload that the fork's declaration file leaves out: with `true` the strict second program is made too. */
interface ArktsLanguageService {
  getBuilderProgram(withLinterProgram: boolean): ts.BuilderProgram;
}

/**
 * Checks `input.files` and returns every error in them, ordered by file and line.
 * Files that they import, but which are not listed, are read for their types only.
 */
export function checkEts(input: ArktsInput): EtsFinding[] {
  const buildInfo = join(tmpdir(), 'arkhost-ets.tsbuildinfo');
  const options = { ...checkOptions(buildInfo, input.api), skipLibCheck: input.checkDeclarations !== true };
  const service = ts.createLanguageService(createHost(input, options)) as ts.LanguageService & ArktsLanguageService;
  const builder = service.getBuilderProgram(true);
  const own = new Set(input.files);
  const diagnostics = [
    ...builder.getOptionsDiagnostics(),
    ...builder.getSyntacticDiagnostics(),
    ...builder.getSemanticDiagnostics(),
    ...ts.ArkTSLinter_1_1.runArkTSLinter(builder, undefined, undefined, 'ArkTS_1_1'),
    ...uiFindings(builder.getProgram(), input.files),
  ].filter(
    (one) => one.category === ts.DiagnosticCategory.Error && (one.file === undefined || own.has(one.file.fileName)),
  );
  const findings = diagnostics.map((one) => toFinding(one, input.root));
  service.dispose();
  return unique(findings).sort(byPlace);
}

/** `entry/src/main/ets/a.ets:3:5 arkts-no-var  Use "let" instead of "var"`. */
export function formatFinding(finding: EtsFinding): string {
  return `${finding.file}:${finding.line}:${finding.column} ${finding.code}  ${finding.message}`;
}

function toFinding(diagnostic: ts.Diagnostic, root: string): EtsFinding {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const place = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  // A rule says its name at the end of its message; type errors have only a number.
  const rule = /^(.*) \(((?:arkts|ui)-[\w-]+)\)$/s.exec(text);
  return {
    file: diagnostic.file === undefined ? '' : relative(root, diagnostic.file.fileName),
    line: (place?.line ?? 0) + 1,
    column: (place?.character ?? 0) + 1,
    code: rule?.[2] ?? `TS${diagnostic.code}`,
    message: rule?.[1] ?? text,
  };
}

/** Both programs report an error that both see; it is one finding. */
function unique(findings: EtsFinding[]): EtsFinding[] {
  return [...new Map(findings.map((finding) => [formatFinding(finding), finding])).values()];
}

function byPlace(a: EtsFinding, b: EtsFinding): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
