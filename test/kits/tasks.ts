/** The tasks of `@ohos.taskpool`. */
import { BusinessError, parameterError } from './business-error.ts';
import { originOf } from './concurrent.ts';
import { isCancelled, sendData } from './task-thread.ts';

export type Run = (...values: never[]) => unknown;
type Listener = (() => void) | undefined;

/** How a task is used. It can be used in one way only. */
export type Use = 'none' | 'common' | 'periodic' | 'group' | 'sequence' | 'async';

/** Listeners of a task, by what has happened. */
interface Listeners {
  enqueued: Listener;
  start: Listener;
  succeeded: Listener;
  failed: ((error: Error) => void) | undefined;
}

let lastId = 0;

export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw parameterError(`The type of ${name} must be function.`);
}

/** A function with its arguments. */
export class Task {
  readonly taskId: number;
  readonly name: string;
  readonly isLong: boolean = false;
  function: Run;
  arguments: unknown[];
  totalDuration: number | undefined;
  cpuDuration: number | undefined;
  ioDuration: number | undefined;
  transfer: ArrayBuffer[] | undefined;
  clones: unknown[] = [];
  use: Use = 'none';
  /** Executions that wait or run. */
  pending = 0;
  /** Executions that have ended. */
  ended = 0;
  hasStarted = false;
  readonly needs = new Set<Task>();
  readonly listeners: Listeners = { enqueued: undefined, start: undefined, succeeded: undefined, failed: undefined };
  onData: ((...values: unknown[]) => void) | undefined;
  /** 1 while `onData` is there; the threads of the task see it. */
  readonly heard = new Int32Array(new SharedArrayBuffer(4));

  constructor(nameOrRun: string | Run, ...values: unknown[]) {
    const named = typeof nameOrRun === 'string';
    const run = (named ? values.shift() : nameOrRun) as Run;
    if (typeof run !== 'function') throw parameterError('The type of the first parameter must be function.');
    if (originOf(run) === undefined) {
      throw new BusinessError(10200014, `The function is not marked as concurrent: ${run.name || 'without a name'}`);
    }
    this.taskId = ++lastId;
    this.name = named ? nameOrRun : run.name;
    this.function = run;
    this.arguments = values;
  }

  static isCanceled(): boolean {
    return isCancelled();
  }

  static sendData(...values: unknown[]): void {
    sendData(values);
  }

  /** Without a callback, nobody listens any more. */
  onReceiveData(callback?: (...values: unknown[]) => void): void {
    if (callback !== undefined) checkFunction('callback', callback);
    this.onData = callback;
    Atomics.store(this.heard, 0, callback === undefined ? 0 : 1);
  }

  /** Buffers that move to the other thread; without a list, all arguments that are buffers do. */
  setTransferList(transfer: ArrayBuffer[] = []): void {
    if (!Array.isArray(transfer)) throw parameterError('The type of transfer must be array.');
    this.checkLists(transfer, this.clones);
    this.transfer = transfer;
  }

  /** Objects of which the task gets copies. */
  setCloneList(clones: unknown[]): void {
    if (!Array.isArray(clones)) throw parameterError('The type of cloneList must be array.');
    this.checkLists(this.transfer ?? [], clones);
    this.clones = clones;
  }

  /** The task runs when others have ended. */
  addDependency(...tasks: Task[]): void {
    if (tasks.length === 0) throw parameterError('There must be a task.');
    this.checkDependencies(tasks);
    for (const task of tasks) {
      if (task === this || dependsOn(task, this)) throw new BusinessError(10200026, 'There is a circular dependency.');
      this.needs.add(task);
    }
  }

  removeDependency(...tasks: Task[]): void {
    if (tasks.length === 0) throw parameterError('There must be a task.');
    this.checkDependencies(tasks);
    for (const task of tasks) {
      if (!this.needs.delete(task)) throw new BusinessError(10200027, 'The dependency does not exist.');
    }
  }

  onEnqueued(callback: () => void): void {
    this.listen('enqueued', callback);
  }

  onStartExecution(callback: () => void): void {
    this.listen('start', callback);
  }

  onExecutionFailed(callback: (error: Error) => void): void {
    this.listen('failed', callback);
  }

  onExecutionSucceeded(callback: () => void): void {
    this.listen('succeeded', callback);
  }

  isDone(): boolean {
    return this.ended > 0 && this.pending === 0;
  }

  listen<K extends keyof Listeners>(event: K, callback: Listeners[K]): void {
    checkFunction('callback', callback);
    if (this.hasStarted) {
      throw new BusinessError(10200034, 'The executed task does not support the registration of listeners.');
    }
    this.listeners[event] = callback;
  }

  /** Buffers that move: those of the list, or all of the arguments that are not to be copied. */
  moving(): ArrayBuffer[] {
    const buffers = this.arguments.filter((value) => value instanceof ArrayBuffer);
    return this.transfer ?? buffers.filter((buffer) => !this.clones.includes(buffer));
  }

  checkLists(transfer: unknown[], clones: unknown[]): void {
    if (!transfer.some((buffer) => clones.includes(buffer))) return;
    throw new BusinessError(10200029, 'An ArrayBuffer cannot be set as both a transfer list and a clone list.');
  }

  checkDependencies(tasks: Task[]): void {
    for (const task of tasks) {
      if (!(task instanceof Task)) throw parameterError('The type of the parameter must be Task.');
      if (task.use === 'periodic' || this.use === 'periodic') {
        throw new BusinessError(10200052, 'The periodic task cannot have a dependency.');
      }
      if (task.use === 'async' || this.use === 'async') {
        throw new BusinessError(10200056, 'The task has been executed by the AsyncRunner.');
      }
    }
  }
}

function dependsOn(task: Task, other: Task): boolean {
  return [...task.needs].some((need) => need === other || dependsOn(need, other));
}

/** A task whose types are checked by the compiler. */
export class GenericsTask extends Task {}

/** A task that keeps its thread until `terminateTask`. */
export class LongTask extends Task {
  override readonly isLong: boolean = true;
}

/** Several tasks with one result each. */
export class TaskGroup {
  readonly name: string;
  readonly tasks: Task[] = [];

  constructor(name = '') {
    if (typeof name !== 'string') throw parameterError('The type of name must be string.');
    this.name = name;
  }

  addTask(taskOrRun: Task | Run, ...values: unknown[]): void {
    if (!(taskOrRun instanceof Task)) checkFunction('func', taskOrRun);
    const task = taskOrRun instanceof Task ? taskOrRun : new Task(taskOrRun, ...values);
    claim(task, 'group');
    if (task.needs.size > 0) throw new BusinessError(10200025, 'dependent task not allowed.');
    this.tasks.push(task);
  }
}

/** Notes how a task is used. Throws when it is used in another way already. */
export function claim(task: Task, use: Use): void {
  if (task.use === 'periodic') throw new BusinessError(10200051, 'The periodic task cannot be executed again.');
  if (use === 'periodic' && task.use !== 'none') {
    throw new BusinessError(10200050, 'The concurrent task has been executed and cannot be executed periodically.');
  }
  if (task.use !== 'none' && !(task.use === 'common' && use === 'common')) {
    throw new BusinessError(10200057, 'The task cannot be executed by two APIs.');
  }
  task.use = use;
}
