/** The abilityDelegator that hypium itself gets: its report text is not needed, its shell commands are. */
import { host } from '../kits/host.ts';
import { runShell } from '../kits/shell.ts';
import type { ShellResult } from '../kits/shell.ts';

interface HypiumDelegator {
  printSync(text: string): void;
  finishTest(message: string, code: number, done: () => void): void;
  executeShellCommand(command: string, timeout: number, done: (error: Error | null, result: ShellResult) => void): void;
}

/** A delegator for Hypium.hypiumTest: drops the OHOS_REPORT text, whose content arrives by hypium's events. */
export function quietDelegator(): HypiumDelegator {
  return {
    printSync(text) {
      if (!/^\s*OHOS_REPORT_/.test(text)) host().output('stdout', text);
    },
    finishTest(_message, _code, done) {
      done();
    },
    executeShellCommand(command, timeout, done) {
      void runShell(command, timeout).then((result) => done(null, result));
    },
  };
}
