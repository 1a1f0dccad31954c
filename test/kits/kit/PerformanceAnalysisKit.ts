/** `@kit.PerformanceAnalysisKit`. */
export { default as hilog } from '../ohos/hilog.ts';
