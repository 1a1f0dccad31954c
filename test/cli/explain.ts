/** Tells the user about an error: what is wrong and how to mend it, without a stack when the fault is not arkhost's. */
import { BuildError, ToolError } from '../build/errors.ts';
import { ProjectError } from '../project/errors.ts';
import { UsageError } from './arguments.ts';

/** Prints the error on stderr and returns the exit code that stands for it. */
export function explain(error: unknown): number {
  if (error instanceof BuildError) {
    const parts = [error.output, ...error.hints.map((hint) => `hint: ${hint}`), `arkhost: ${error.message}`];
    process.stderr.write(`${parts.filter((part) => part !== '').join('\n')}\n`);
    return 2;
  }
  if (error instanceof UsageError || error instanceof ProjectError) {
    process.stderr.write(`arkhost: ${error.message}\n`);
    return 2;
  }
  if (error instanceof ToolError) {
    process.stderr.write(`arkhost: ${error.message}\n`);
    return 3;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`arkhost: this is a fault of arkhost itself; please report it with this text:\n${text}\n`);
  return 70;
}
