/** Errors while loading test files, said so that the reader knows which module, which member and who asked for it. */
import type { Failure } from '../report/events.ts';
import { failureOf } from './failure.ts';

/** The failure behind an error thrown by `import()`. */
export function importFailure(error: unknown): Failure {
  const failure = failureOf(error);
  if (!(error instanceof Error)) return failure;
  // The message of a syntax error tells every place itself.
  if (error.name === 'EtsSyntaxError') return { message: `the tests cannot be built: ${error.message}` };
  const message = missingMember(error);
  return {
    ...(message === undefined ? failure : {}),
    message: message ?? `loading the tests failed: ${failure.message}`,
  };
}

/** Which member of which module is missing, and who imports it; undefined for another error. */
export function missingMember(error: Error): string | undefined {
  const missing = /The requested module '([^']+)' does not provide an export named '([^']+)'/.exec(error.message);
  if (missing === null) return undefined;
  const [, module = '', member = ''] = missing;
  // Node puts "/path:line" of the import before the message.
  const place = /^(?:file:\/\/)?(\/\S+?):(\d+)$/m.exec(String(error.stack));
  const importer = place === null ? '' : ` (imported by ${place[1] ?? ''}:${place[2] ?? ''})`;
  const hypium = module === '@ohos/hypium' ? ': arkhost runs hypium 1.0.13, and newer tests do not run on it' : '';
  const known = hypium !== '' ? '' : module.startsWith('@') ? ' on the host' : '';
  return `${module} has no member '${member}'${known}${importer}${hypium}`;
}
