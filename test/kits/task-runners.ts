/** `taskpool.SequenceRunner` and `taskpool.AsyncRunner`: tasks one after the other, or a few at a time. */
import { BusinessError, parameterError } from './business-error.ts';
import { Priority, cancelError, enqueue, prepare } from './task-pool.ts';
import type { Prepared } from './task-pool.ts';
import { Task, claim } from './tasks.ts';

export function checkPriority(priority: unknown): asserts priority is number {
  if (Object.values(Priority).some((known) => known === priority)) return;
  throw parameterError('The value of the priority is invalid.');
}

function checkTask(task: unknown): asserts task is Task {
  if (!(task instanceof Task)) throw parameterError('The type of the parameter must be Task.');
}

function checkIndependent(task: Task): void {
  if (task.needs.size > 0) throw new BusinessError(10200025, 'dependent task not allowed.');
}

interface Sequence {
  /** Settled when the last task has ended. */
  end: Promise<unknown>;
  readonly priority: number;
}

/** Runners of one name are the same sequence; its priority never changes. */
const sequences = new Map<string, Sequence>();

/** Tasks of sequences that wait for their turn: what gives it up. */
const turns = new Map<Task, () => void>();

/** Runs its tasks in order, each when the one before has ended. */
export class SequenceRunner {
  readonly sequence: Sequence;

  constructor(nameOrPriority?: string | number, priority?: number) {
    const named = typeof nameOrPriority === 'string';
    const wanted = (named ? priority : nameOrPriority) ?? Priority.MEDIUM;
    checkPriority(wanted);
    const fresh = { end: Promise.resolve(), priority: wanted };
    this.sequence = (named ? sequences.get(nameOrPriority) : undefined) ?? fresh;
    if (named) sequences.set(nameOrPriority, this.sequence);
  }

  execute(task: Task): Promise<unknown> {
    checkTask(task);
    checkIndependent(task);
    claim(task, 'sequence');
    const prepared = prepare(task);
    task.hasStarted = true;
    const { end, priority } = this.sequence;
    const result = new Promise((resolve, reject) => {
      turns.set(task, () => reject(cancelError()));
      void end.then(() => {
        if (turns.delete(task)) resolve(enqueue(task, priority, prepared));
      });
    });
    const nothing = (): void => undefined;
    this.sequence.end = end.then(() => result).then(nothing, nothing);
    return result;
  }
}

interface Waiting {
  task: Task;
  prepared: Prepared;
  priority: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** What runners of one name share. */
interface Line {
  runningCapacity: number;
  /** 0 for as many as there are. */
  waitingCapacity: number;
  running: number;
  waiting: Waiting[];
}

const lines = new Map<string, Line>();

function checkCapacity(name: string, value: unknown, least: number): asserts value is number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return;
  throw parameterError(`The value of ${name} must be an integer of at least ${least}.`);
}

/** Runs some of its tasks at a time. When too many wait, the oldest is dropped. */
export class AsyncRunner {
  readonly line: Line;

  constructor(nameOrRunning: string | number, ...capacities: number[]) {
    const named = typeof nameOrRunning === 'string';
    const [running, waiting = 0] = named ? capacities : [nameOrRunning, ...capacities];
    checkCapacity('runningCapacity', running, 1);
    checkCapacity('waitingCapacity', waiting, 0);
    const fresh = { runningCapacity: running, waitingCapacity: waiting, running: 0, waiting: [] };
    this.line = (named ? lines.get(nameOrRunning) : undefined) ?? fresh;
    if (named) lines.set(nameOrRunning, this.line);
    else open.add(new WeakRef(this.line));
  }

  execute(task: Task, priority: number = Priority.MEDIUM): Promise<unknown> {
    checkTask(task);
    checkPriority(priority);
    checkIndependent(task);
    claim(task, 'async');
    const prepared = prepare(task);
    return new Promise((resolve, reject) => {
      this.line.waiting.push({ task, prepared, priority, resolve, reject });
      this.next();
      if (this.line.waitingCapacity > 0 && this.line.waiting.length > this.line.waitingCapacity) {
        this.line.waiting.shift()?.reject(new BusinessError(10200054, 'The asyncRunner task is discarded.'));
      }
    });
  }

  next(): void {
    const { line } = this;
    while (line.running < line.runningCapacity && line.waiting.length > 0) {
      const { task, prepared, priority, resolve, reject } = line.waiting.shift() as Waiting;
      line.running++;
      const done = (): void => {
        line.running--;
        this.next();
      };
      const result = enqueue(task, priority, prepared);
      result.then(resolve, reject).finally(done);
    }
  }
}

/** Takes a task out of the line where it waits. False when it waits in none. */
export function leaveLine(task: Task): boolean {
  const giveUp = turns.get(task);
  if (giveUp !== undefined) {
    turns.delete(task);
    giveUp();
    return true;
  }
  for (const { waiting } of allLines()) {
    const place = waiting.findIndex((item) => item.task === task);
    if (place < 0) continue;
    const [item] = waiting.splice(place, 1);
    item?.reject(new BusinessError(10200055, 'The asyncRunner task has been canceled.'));
    return true;
  }
  return false;
}

/** Lines of runners without a name, as long as those are there. */
const open = new Set<WeakRef<Line>>();

function allLines(): Line[] {
  for (const line of open) if (line.deref() === undefined) open.delete(line);
  return [...lines.values(), ...[...open].flatMap((line) => line.deref() ?? [])];
}
