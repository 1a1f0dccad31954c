/** The queue of tasks and the threads that take them from it. */
import { availableParallelism } from 'node:os';
import { BusinessError } from './business-error.ts';
import { originOf } from './concurrent.ts';
import { pack } from './messages.ts';
import type { Task } from './tasks.ts';
import { TaskThread } from './threads.ts';

export const Priority = { HIGH: 0, MEDIUM: 1, LOW: 2, IDLE: 3 } as const;
export const State = { WAITING: 1, RUNNING: 2, CANCELED: 3 } as const;

/** Arguments as they were when the task was handed over: what is done to them later does not reach the task. */
export interface Prepared {
  args: unknown[];
  moving: ArrayBuffer[];
}

/** One execution of a task. */
export interface Execution {
  id: number;
  task: Task;
  prepared: Prepared;
  priority: number;
  cancelled: Int32Array;
  state: number;
  since: number;
  thread: TaskThread | undefined;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const idle: TaskThread[] = [];
/** Executions that wait for a thread, in order. */
const queue: Execution[] = [];
/** Executions whose task needs others that have not ended. */
const held = new Set<Execution>();
const running = new Set<Execution>();
/** Threads of long tasks, which keep them. */
const kept = new Map<Task, TaskThread[]>();
/** Those of them that end with their task. */
const ending = new WeakSet<TaskThread>();
let threads = 0;
let lastId = 0;

/** Takes the arguments of a task. Throws an error with code 10200006 when they cannot be copied. */
export function prepare(task: Task): Prepared {
  const moving = task.moving();
  const values = task.arguments.map((value) => (task.clones.includes(value) ? cloned(value) : value));
  try {
    return structuredClone({ args: pack(values) as unknown[], moving }, { transfer: moving });
  } catch (error) {
    throw new BusinessError(10200006, `An exception occurred during serialization. ${(error as Error).message}`);
  }
}

/** Memory that threads share stays shared unless it is cloned. */
function cloned(value: unknown): unknown {
  if (value instanceof SharedArrayBuffer) return value.slice(0);
  const shared = ArrayBuffer.isView(value) && value.buffer instanceof SharedArrayBuffer;
  return shared ? (value as unknown as Uint8Array).slice() : value;
}

/** Puts a task into the queue. The promise is settled as the function is. */
export function enqueue(task: Task, priority: number, prepared: Prepared = prepare(task)): Promise<unknown> {
  return new Promise((resolve, reject) => {
    task.pending++;
    task.hasStarted = true;
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const waiting = { id: ++lastId, task, prepared, priority, cancelled, state: State.WAITING, since: Date.now() };
    held.add({ ...waiting, thread: undefined, resolve, reject });
    task.listeners.enqueued?.();
    next();
  });
}

/** Starts what can be started. */
function next(): void {
  for (const execution of [...held]) {
    if ([...execution.task.needs].some((need) => !need.isDone())) continue;
    held.delete(execution);
    queue.push(execution);
  }
  queue.sort((left, right) => left.priority - right.priority || left.id - right.id);
  for (let execution = queue[0]; execution !== undefined; execution = queue[0]) {
    // A long task never gives its thread back: it must not be one of those that the others wait for.
    const isLong = execution.task.isLong;
    const thread = isLong ? new TaskThread() : (idleThread() ?? newThread());
    if (thread === undefined) return;
    queue.shift();
    if (isLong) kept.set(execution.task, [...(kept.get(execution.task) ?? []), thread]);
    start(execution, thread);
  }
}

function start(execution: Execution, thread: TaskThread): void {
  const { id, task, prepared, cancelled } = execution;
  const origin = originOf(task.function) as NonNullable<ReturnType<typeof originOf>>;
  execution.state = State.RUNNING;
  execution.thread = thread;
  running.add(execution);
  const call = { id, origin, args: prepared.args, cancelled, heard: task.heard };
  const result = thread.run(call, prepared.moving, {
    onStart: () => task.listeners.start?.(),
    onData: (values) => task.onData?.(...values),
    onTimes: ({ total, cpu }) => {
      task.totalDuration = total;
      task.cpuDuration = cpu;
      task.ioDuration = Math.max(0, total - cpu);
    },
  });
  const done = (): void => {
    running.delete(execution);
    task.pending--;
    task.ended++;
    if (!task.isLong && thread.isGone) threads--;
    else if (!task.isLong) idle.push(thread);
    else if (ending.has(thread)) thread.end();
    next();
  };
  result.then(
    (value) => {
      done();
      // The result of a task that was cancelled while it ran is what its promise is rejected with.
      if (Atomics.load(cancelled, 0) === 1) return execution.reject(value);
      // A listener that throws must not keep the promise open. Who awaits it comes after the listener all the same.
      execution.resolve(value);
      task.listeners.succeeded?.();
    },
    (error: Error) => {
      done();
      execution.reject(error);
      task.listeners.failed?.(error);
    },
  );
}

function idleThread(): TaskThread | undefined {
  for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
    if (!thread.isGone) return thread;
    threads--;
  }
  return undefined;
}

function newThread(): TaskThread | undefined {
  if (threads >= availableParallelism()) return undefined;
  threads++;
  return new TaskThread();
}

/** The executions of a task that have not ended. */
export function executionsOf(task: Task): Execution[] {
  return all().filter((execution) => execution.task === task);
}

function all(): Execution[] {
  return [...held, ...queue, ...running];
}

/** What the promise of a cancelled task is rejected with. */
export function cancelError(): BusinessError {
  return new BusinessError(0, 'taskpool:: task has been canceled');
}

/** Takes an execution out of the queue; one that runs is told. */
export function cancelExecution(execution: Execution): void {
  Atomics.store(execution.cancelled, 0, 1);
  if (running.has(execution)) {
    execution.state = State.CANCELED;
    return;
  }
  held.delete(execution);
  const place = queue.indexOf(execution);
  if (place >= 0) queue.splice(place, 1);
  execution.task.pending--;
  execution.reject(cancelError());
  next();
}

/** Gives up the threads of a long task: now, or when the task has ended. */
export function endThreadsOf(task: Task): void {
  const busy = executionsOf(task).map(({ thread }) => thread);
  for (const thread of kept.get(task) ?? []) {
    if (busy.includes(thread)) ending.add(thread);
    else thread.end();
  }
  kept.delete(task);
}

export interface TaskPoolInfo {
  threadInfos: { tid: number; taskIds: number[]; priority: number | undefined }[];
  taskInfos: { name: string; taskId: number; state: number; duration: number | undefined }[];
}

export function poolInfo(): TaskPoolInfo {
  const byThread = new Map<TaskThread, Execution[]>(idle.map((thread) => [thread, []]));
  for (const execution of running) {
    if (execution.thread !== undefined) byThread.set(execution.thread, [execution]);
  }
  return {
    threadInfos: [...byThread].map(([{ tid }, executions]) => ({
      tid,
      taskIds: executions.map(({ task }) => task.taskId),
      priority: executions[0]?.priority,
    })),
    taskInfos: all().map(({ task, state, since }) => ({
      name: task.name,
      taskId: task.taskId,
      state,
      duration: state === State.WAITING ? undefined : Date.now() - since,
    })),
  };
}
