/** `@ohos.taskpool`: runs `@Concurrent` functions on real threads. */
import { BusinessError, parameterError } from '../business-error.ts';
import { originOf } from '../concurrent.ts';
import { namespace } from '../namespace.ts';
import {
  Priority,
  State,
  cancelError,
  cancelExecution,
  endThreadsOf,
  enqueue,
  executionsOf,
  poolInfo,
  prepare,
} from '../task-pool.ts';
import type { Prepared } from '../task-pool.ts';
import { AsyncRunner, SequenceRunner, checkPriority, leaveLine } from '../task-runners.ts';
import { GenericsTask, LongTask, Task, TaskGroup, checkFunction, claim } from '../tasks.ts';
import type { Run } from '../tasks.ts';

/** Tasks whose time has not come: what stops their timers. A task may have several delayed executions. */
const timers = new WeakMap<Task, Set<() => void>>();
const groups = new Map<TaskGroup, number>();

/** Runs a function, a task or a group. A group's results come in the order of its tasks. */
function execute(what: Task | TaskGroup | Run, ...values: unknown[]): Promise<unknown> {
  if (typeof what === 'function') {
    const task = new Task(what, ...values);
    claim(task, 'common');
    return enqueue(task, Priority.MEDIUM);
  }
  const priority = values[0] ?? Priority.MEDIUM;
  checkPriority(priority);
  if (what instanceof TaskGroup) return executeGroup(what, priority);
  checkTask(what);
  claim(what, 'common');
  return enqueue(what, priority);
}

async function executeGroup(group: TaskGroup, priority: number): Promise<unknown[]> {
  groups.set(group, (groups.get(group) ?? 0) + 1);
  const results = group.tasks.map((task) => enqueue(task, priority));
  try {
    return await Promise.all(results);
  } finally {
    const left = (groups.get(group) ?? 1) - 1;
    if (left === 0) groups.delete(group);
    else groups.set(group, left);
    // One failure is told; the others are not errors that nobody caught.
    for (const result of results) result.catch(() => undefined);
  }
}

function executeDelayed(delay: number, task: Task, priority: number = Priority.MEDIUM): Promise<unknown> {
  checkTime('delayTime', delay);
  checkTask(task);
  checkPriority(priority);
  claim(task, 'common');
  const prepared = prepare(task);
  task.hasStarted = true;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      timers.get(task)?.delete(stop);
      enqueue(task, priority, prepared).then(resolve, reject);
    }, delay);
    const stop = (): void => {
      clearTimeout(timer);
      reject(cancelError());
    };
    timers.set(task, (timers.get(task) ?? new Set()).add(stop));
  });
}

/** Runs a task again and again until it is cancelled. Results are heard of by the listeners of the task only. */
function executePeriodically(period: number, task: Task, priority: number = Priority.MEDIUM): void {
  checkTime('period', period);
  checkTask(task);
  checkPriority(priority);
  claim(task, 'periodic');
  // Arguments of the first time are checked at once; later ones may have moved away or changed.
  let prepared: Prepared | undefined = prepare(task);
  const run = (): void => {
    try {
      const now = prepared ?? prepare(task);
      prepared = undefined;
      // Errors have reached onExecutionFailed.
      enqueue(task, priority, now).catch(() => undefined);
    } catch (error) {
      task.listeners.failed?.(error as Error);
    }
  };
  task.hasStarted = true;
  const timer = setInterval(run, period);
  timers.set(task, new Set([() => clearInterval(timer)]));
}

function checkTime(name: string, time: unknown): void {
  if (typeof time !== 'number') throw parameterError(`The type of ${name} must be number.`);
  if (time < 0) throw new BusinessError(10200028, `The ${name} is less than zero.`);
}

function checkTask(task: unknown): void {
  if (!(task instanceof Task)) throw parameterError('The type of the parameter must be Task.');
}

/** What waits is not run any more; what runs is told. */
function cancel(what: Task | TaskGroup): void {
  if (what instanceof TaskGroup) {
    if (!groups.has(what)) throw new BusinessError(10200018, 'The task group to cancel does not exist.');
    for (const execution of what.tasks.flatMap((task) => executionsOf(task))) cancelExecution(execution);
    return;
  }
  checkTask(what);
  if (leaveLine(what)) return;
  const executions = executionsOf(what);
  const stops = timers.get(what) ?? new Set();
  timers.delete(what);
  for (const stop of stops) stop();
  if (executions.length === 0 && stops.size === 0) {
    throw new BusinessError(10200015, 'The task to cancel does not exist.');
  }
  for (const execution of executions) cancelExecution(execution);
}

function terminateTask(task: LongTask): void {
  if (!(task instanceof LongTask)) throw parameterError('The type of the parameter must be LongTask.');
  endThreadsOf(task);
}

function isConcurrent(run: unknown): boolean {
  checkFunction('func', run);
  return originOf(run) !== undefined;
}

export default namespace('@ohos.taskpool', {
  AsyncRunner,
  GenericsTask,
  LongTask,
  Priority,
  SequenceRunner,
  State,
  Task,
  TaskGroup,
  cancel,
  execute,
  executeDelayed,
  executePeriodically,
  getTaskPoolInfo: poolInfo,
  isConcurrent,
  terminateTask,
});
