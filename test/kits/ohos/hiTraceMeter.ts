/** `@ohos.hiTraceMeter`: marks in the engine's own trace, which `--trace-events-enabled` and the inspector show. */
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

function mark(name: unknown, detail: object): void {
  if (typeof name !== 'string') throw parameterError('name must be a string');
  performance.mark(name, { detail });
}

export default namespace('@ohos.hiTraceMeter', {
  startTrace: (name: string, taskId: number): void => mark(name, { taskId, phase: 'start' }),
  finishTrace: (name: string, taskId: number): void => mark(name, { taskId, phase: 'finish' }),
  traceByValue: (name: string, count: number): void => mark(name, { count }),
});
