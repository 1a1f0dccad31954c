/** Builds what `aa test` prints, piece by piece, with hypium 1.0.13's lines. */

/** How a case ends in the text. */
export interface CaseText {
  suite: string;
  name: string;
  code: number;
  /** `stream` of a case that did not pass. */
  message?: string;
  stack?: string;
  /** Lines between the verdict and the duration. */
  between?: string[];
  duration?: number;
}

const status = (fields: Record<string, string>): string[] =>
  Object.entries(fields).map(([key, value]) => `OHOS_REPORT_STATUS: ${key}=${value}`);

/** The lines of a case's start. */
export function startOf(suite: string, name: string): string[] {
  const fields = { class: suite, current: '1', id: 'JS', numtests: '2', stream: '', test: name };
  return [...status(fields), 'OHOS_REPORT_STATUS_CODE: 1', ''];
}

/** The lines of a whole case. */
export function caseText({ suite, name, code, message, stack, between = [], duration = 3 }: CaseText): string[] {
  const text = {
    class: suite,
    current: '1',
    id: 'JS',
    numtests: '2',
    ...(stack === undefined ? {} : { stack }),
    ...(message === undefined ? { stream: '' } : { stream: `Error in ${name}, ${message}` }),
    test: name,
  };
  const end = [...status(text), `OHOS_REPORT_STATUS_CODE: ${code}`, ...between];
  return [...startOf(suite, name), ...end, `OHOS_REPORT_STATUS: consuming=${duration}`, ''];
}

/** Around the cases of a run. */
export function runText(cases: string[], totals: string, resultCode = 0, message = 'your test finished!!!'): string {
  const result = [
    `OHOS_REPORT_RESULT: stream=Tests run: ${totals}`,
    'OHOS_REPORT_CODE: 0',
    'OHOS_REPORT_STATUS: taskconsuming=25',
  ];
  const end = [`TestFinished-ResultCode: ${resultCode}`, `TestFinished-ResultMsg: ${message}`];
  return ['user test started.', ...cases, ...(totals === '' ? [] : result), ...end, 'user test finished.', ''].join(
    '\n',
  );
}
