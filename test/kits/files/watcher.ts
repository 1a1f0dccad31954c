/** `fileIo.createWatcher`: events of inotify. */
import { join } from 'node:path';
import { count, pathOf } from './arguments.ts';
import { ArgumentError, checked } from './errors.ts';
import { systemFiles } from './system.ts';

interface WatchEvent {
  fileName: string;
  event: number;
  cookie: number;
}

type WatchEventListener = (event: WatchEvent) => void;

export class Watcher {
  readonly #path: string;
  readonly #events: number;
  readonly #listener: WatchEventListener;
  #end: (() => void) | undefined;

  constructor(path: string, events: number, listener: WatchEventListener) {
    this.#path = path;
    this.#events = events;
    this.#listener = listener;
  }

  start(): void {
    if (this.#end !== undefined) return;
    let ended = false;
    const tell = (name: string, event: number, cookie: number): void => {
      // Events that were on their way when it was stopped.
      if (!ended) this.#listener({ fileName: name === '' ? this.#path : join(this.#path, name), event, cookie });
    };
    const end = systemFiles('fileIo.createWatcher').watch(pathOf(this.#path), this.#events, tell);
    if (typeof end === 'number') return void checked(end);
    this.#end = () => {
      ended = true;
      end();
    };
  }

  stop(): void {
    this.#end?.();
    this.#end = undefined;
  }
}

/** `events` are those of inotify: 0x100 a file was made, 0x2 it was written to. */
export function createWatcher(path: string, events: number, listener: WatchEventListener): Watcher {
  pathOf(path);
  if (count(events, 0) === 0 || typeof listener !== 'function') throw new ArgumentError();
  return new Watcher(path, events, listener);
}
