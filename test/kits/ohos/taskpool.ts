/** `@ohos.taskpool`: runs `@Concurrent` functions on real threads. */
import { availableParallelism } from 'node:os';
import { BusinessError, parameterError } from '../business-error.ts';
import { originOf } from '../concurrent.ts';
import { namespace } from '../namespace.ts';
import { TaskThread } from '../threads.ts';

const Priority = { HIGH: 0, MEDIUM: 1, LOW: 2, IDLE: 3 } as const;

type Run = (...values: never[]) => unknown;

interface Queued {
  task: Task;
  priority: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const idle: TaskThread[] = [];
const queue: Queued[] = [];
let threads = 0;
let lastId = 0;

/** A function with its arguments. */
class Task {
  readonly taskId: number;
  readonly name: string;
  function: Run;
  arguments: unknown[];
  transfer: ArrayBuffer[] | undefined;

  constructor(nameOrRun: string | Run, ...values: unknown[]) {
    const named = typeof nameOrRun === 'string';
    const run = (named ? values.shift() : nameOrRun) as Run;
    if (typeof run !== 'function') throw parameterError('taskpool.Task takes a function');
    if (originOf(run) === undefined) {
      throw new BusinessError(10200014, `The function is not marked as concurrent: ${run.name || 'without a name'}`);
    }
    this.taskId = ++lastId;
    this.name = named ? nameOrRun : run.name;
    this.function = run;
    this.arguments = values;
  }

  /** Buffers that move to the other thread; without a list, all arguments that are buffers do. */
  setTransferList(transfer: ArrayBuffer[] = []): void {
    this.transfer = transfer;
  }
}

/** Several tasks with one result each. */
class TaskGroup {
  readonly name: string;
  readonly tasks: Task[] = [];

  constructor(name = '') {
    this.name = name;
  }

  addTask(taskOrRun: Task | Run, ...values: unknown[]): void {
    this.tasks.push(taskOrRun instanceof Task ? taskOrRun : new Task(taskOrRun, ...values));
  }
}

/** Runs a function, a task or a group. A group's results come in the order of its tasks. */
async function execute(what: Task | TaskGroup | Run, ...values: unknown[]): Promise<unknown> {
  if (typeof what === 'function') return enqueue(new Task(what, ...values), Priority.MEDIUM);
  const priority = typeof values[0] === 'number' ? values[0] : Priority.MEDIUM;
  if (what instanceof TaskGroup) return Promise.all(what.tasks.map((task) => enqueue(task, priority)));
  return enqueue(what, priority);
}

function enqueue(task: Task, priority: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    queue.push({ task, priority, resolve, reject });
    queue.sort((left, right) => left.priority - right.priority);
    next();
  });
}

function next(): void {
  while (queue.length > 0) {
    const thread = idleThread() ?? (threads < availableParallelism() ? newThread() : undefined);
    if (thread === undefined) return;
    const { task, resolve, reject } = queue.shift() as Queued;
    const origin = originOf(task.function) as NonNullable<ReturnType<typeof originOf>>;
    const transfer = task.transfer ?? task.arguments.filter((value) => value instanceof ArrayBuffer);
    const done = (): void => {
      if (thread.isGone) threads--;
      else idle.push(thread);
      next();
    };
    const result = thread.run({ id: task.taskId, origin, args: task.arguments }, transfer);
    result.then(resolve, reject).then(done, done);
  }
}

function idleThread(): TaskThread | undefined {
  for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
    if (!thread.isGone) return thread;
    threads--;
  }
  return undefined;
}

function newThread(): TaskThread {
  threads++;
  return new TaskThread();
}

/** Takes a task that has not begun out of the queue. Throws a BusinessError with code 10200016 for any other. */
function cancel(task: Task): void {
  const index = queue.findIndex((item) => item.task === task);
  if (index < 0) throw new BusinessError(10200016, 'The task is not waiting: it runs, has ended or was never executed');
  const [queued] = queue.splice(index, 1);
  queued?.reject(new BusinessError(0, 'taskpool: task has been canceled'));
}

export default namespace('@ohos.taskpool', {
  Priority,
  Task,
  TaskGroup,
  execute,
  cancel,
  isConcurrent: (run: unknown): boolean => originOf(run) !== undefined,
});
