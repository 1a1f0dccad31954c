/** Turns whatever was thrown into a Failure with a readable stack. */
import { util } from '../build/builtin.ts';
import { ownPlaces } from '../build/own.ts';
import type { Failure } from '../report/events.ts';

const { inspect } = util;

/** Frames of hypium and of Node say nothing about the code under test. */
const noise = /\bnode:[a-z_/]+:\d|at new Promise \(<anonymous>\)|[/\\]@ohos[/\\]hypium[/\\]/;

/** What V8 says about a call of a member that hypium does not have. */
const ofHypium = /^(?:expect\(\.\.\.\)(?:\.not\(\.\.\.\))?|Hypium|SysTestKit)\.[\w$]+ is not a function$/;

/** True for a stack line that says nothing about the code under test. */
export function isNoise(line: string): boolean {
  return noise.test(line) || ownPlaces.some((place) => line.includes(place));
}

/** The failure behind a thrown value of any kind. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) {
    return { message: typeof thrown === 'string' ? thrown : `thrown: ${inspect(thrown)}` };
  }
  const code = (thrown as NodeJS.ErrnoException).code;
  const name = thrown.name === 'Error' || thrown.name === 'AssertException' ? '' : `${thrown.name}: `;
  const suffix = code === undefined || code === '' ? '' : ` (code ${String(code)})`;
  const older = ofHypium.test(thrown.message) ? ': arkhost runs hypium 1.0.13, which does not have it' : '';
  const failure: Failure = { message: `${name}${thrown.message}${suffix}${older}` };
  const stack = readableStack(thrown);
  return stack === '' ? failure : { ...failure, stack };
}

/** The `at` lines of a stack without harness frames, `file:` URLs as paths; causes follow. */
function readableStack(error: Error): string {
  const frames = String(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at /.test(line) && !isNoise(line))
    .map((line) => line.trim().replace(/file:\/\/(\/[^):\s]*)/g, (_, path: string) => decodeURI(path)));
  if (error.cause === undefined) return frames.join('\n');
  const cause = failureOf(error.cause);
  return [...frames, `caused by: ${cause.message}`, ...(cause.stack === undefined ? [] : [cause.stack])].join('\n');
}
