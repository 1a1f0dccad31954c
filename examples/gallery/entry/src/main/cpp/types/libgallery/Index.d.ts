// Crash.test.ets
export const nullDereference: () => void;
export const abort: () => void;
export const stackOverflow: () => void;
export const doubleFree: () => void;
export const uncaughtException: () => void;
export const outOfMemory: () => void;
export const exitZero: () => void;
export const exitAtOnce: () => void;
export const pureVirtual: () => void;
export const divideByZero: () => void;
export const crashOnThread: () => void;
export const killItself: () => void;
// Hang.test.ets
export const nativeLoop: () => void;
export const deadlock: () => void;
export const waitForNobody: () => void;
export const sleep: () => void;
export const jsvmLoop: () => void;
// Leak.test.ets
export const leakHandleScope: () => void;
export const leakEnvScope: () => void;
export const leakVmScope: () => void;
export const leakEnv: () => void;
export const leakReference: () => void;
export const leakDeferred: () => void;
export const leakVm: () => void;
export const makeKeptVm: () => void;
export const leakScopeOfKeptVm: () => void;
export const leakExternalMemory: () => void;
export const leakNothing: () => void;
// Lie.test.ets
export const floodOutput: () => void;
export const floodErrors: () => void;
export const fakeReport: () => void;
export const writeLater: () => void;
export const closeForeignFiles: () => void;
// Misuse.test.ets
export const wrongThread: () => void;
export const wrongVm: () => void;
export const handleAfterScope: () => void;
export const noScope: () => void;
export const scopesInWrongOrder: () => void;
// Throw.test.ets
export const throwError: () => void;
export const callBack: (callback: () => void) => void;
export const callBackFromThread: (callback: () => void) => void;
export const rejectedPromise: () => Promise<void>;
export const napiOnThread: () => void;
export const keepReference: () => void;
