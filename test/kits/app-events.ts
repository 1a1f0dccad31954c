/** Events of the application: checked, kept for each watcher, and handed over when its condition holds. */
import { BusinessError, parameterError } from './business-error.ts';

export const EventType = { FAULT: 1, STATISTIC: 2, SECURITY: 3, BEHAVIOR: 4 } as const;

export interface AppEventInfo {
  domain: string;
  name: string;
  eventType: number;
  params: Record<string, unknown>;
}

interface AppEventPackage {
  packageId: number;
  row: number;
  size: number;
  data: string[];
  appEventInfos: AppEventInfo[];
}

interface Filter {
  domain: string;
  eventTypes?: number[];
  names?: string[];
}

interface Watcher {
  name: string;
  triggerCondition?: { row?: number; size?: number; timeOut?: number };
  appEventFilters?: Filter[];
  onTrigger?: (row: number, size: number, holder: AppEventPackageHolder) => void;
  onReceive?: (domain: string, groups: { name: string; appEventInfos: AppEventInfo[] }[]) => void;
}

interface Queue {
  watcher: Watcher;
  waiting: AppEventInfo[];
}

const queues = new Map<string, Queue>();
let disabled = false;
/** The unit of `timeOut` in milliseconds. */
const timeOutUnit = 30_000;
const mostParams = 32;
const longestText = 8 * 1024;
const mostElements = 100;

const error = (code: number, text: string): BusinessError => new BusinessError(code, text);
const sizeOf = (info: AppEventInfo): number => Buffer.byteLength(JSON.stringify(info));

/** A name of a user's property: letters, digits, `_` and `$`. */
export function checkName(name: unknown): string {
  if (typeof name === 'string' && /^[A-Za-z$][\w$]{0,254}$/.test(name)) return name;
  throw parameterError('The name is invalid.');
}

/** The value of a user's property; without one it is forgotten. */
export function checkText(value: unknown): void {
  if (value !== undefined && typeof value !== 'string') throw parameterError('The value must be a string.');
}

function isWord(text: unknown, most: number): boolean {
  return typeof text === 'string' && text.length <= most && /^[A-Za-z$](?:[\w$]*[A-Za-z\d])?$/.test(text);
}

/** What a param may be; without a value it is left out of the text of the event. */
function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}

/** The parameters that the documentation allows. What is left out there is left out here. */
function checkParams(params: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(params);
  if (entries.length > mostParams) throw error(11101003, 'Invalid number of event parameters.');
  for (const [name, value] of entries) {
    if (!isWord(name, 32)) throw error(11101005, 'Invalid event parameter name.');
    if (typeof value === 'string' && value.length > longestText)
      throw error(11101004, 'Invalid string length of the event parameter.');
    if (Array.isArray(value) && value.length > mostElements)
      throw error(11101006, 'Invalid array length of the event parameter.');
  }
  if (!entries.every(([, value]) => (Array.isArray(value) ? value.every(isPlain) : isPlain(value))))
    throw parameterError('A param must be a string, a number, a boolean or an array of them.');
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]));
}

/** Tells an event to all watchers that want it. */
export function write(info: AppEventInfo): void {
  if (typeof info !== 'object' || info === null) throw parameterError('The event must be an AppEventInfo.');
  if (disabled) throw error(11100001, 'Function disabled.');
  const { domain, name, eventType, params } = info;
  if (!isWord(domain, 32)) throw error(11101001, 'Invalid event domain.');
  if (!isWord(typeof name === 'string' ? name.replace(/^hiappevent\./, '') : name, 48))
    throw error(11101002, 'Invalid event name.');
  if (typeof params !== 'object' || params === null) throw parameterError('The params must be an object.');
  const written = { domain, name, eventType, params: checkParams(params) };
  for (const queue of queues.values()) if (wants(queue.watcher, written)) take(queue, written);
}

function wants({ appEventFilters }: Watcher, { domain, name, eventType }: AppEventInfo): boolean {
  return (
    appEventFilters === undefined ||
    appEventFilters.some(
      (filter) =>
        filter.domain === domain &&
        (filter.eventTypes === undefined || filter.eventTypes.length === 0 || filter.eventTypes.includes(eventType)) &&
        (filter.names === undefined || filter.names.length === 0 || filter.names.includes(name)),
    )
  );
}

function take(queue: Queue, info: AppEventInfo): void {
  const { watcher } = queue;
  if (watcher.onReceive !== undefined) {
    setImmediate(() => watcher.onReceive?.(info.domain, [{ name: info.name, appEventInfos: [info] }]));
    return;
  }
  queue.waiting.push(info);
  const { row = 0, size = 0, timeOut = 0 } = watcher.triggerCondition ?? {};
  const bytes = queue.waiting.reduce((sum, each) => sum + sizeOf(each), 0);
  if ((row > 0 && queue.waiting.length >= row) || (size > 0 && bytes >= size)) setImmediate(trigger, queue);
  else if (timeOut > 0 && queue.waiting.length === 1) setTimeout(trigger, timeOut * timeOutUnit, queue).unref();
}

function trigger(queue: Queue): void {
  const { watcher, waiting } = queue;
  if (waiting.length === 0 || queues.get(watcher.name) !== queue) return;
  const bytes = waiting.reduce((sum, each) => sum + sizeOf(each), 0);
  watcher.onTrigger?.(waiting.length, bytes, new AppEventPackageHolder(watcher.name));
}

/** Hands events over in packages: one event each, unless a size or a number of rows was set. */
export class AppEventPackageHolder {
  readonly #name: string;
  #size = 0;
  #rows = 1;
  #lastId = -1;

  constructor(watcherName: string) {
    if (typeof watcherName !== 'string') throw parameterError('The watcherName must be a string.');
    this.#name = watcherName;
  }

  setSize(size: number): void {
    if (typeof size !== 'number') throw parameterError('The size must be a number.');
    if (size < 0) throw error(11104001, 'Invalid size value.');
    this.#size = size;
  }

  setRow(rows: number): void {
    if (typeof rows !== 'number') throw parameterError('The row must be a number.');
    if (rows <= 0) throw error(11104001, 'Invalid size value.');
    this.#rows = rows;
  }

  /** The next package; null when nothing waits, or when the next event is larger than the size. */
  takeNext(): AppEventPackage | null {
    const waiting = queues.get(this.#name)?.waiting ?? [];
    let size = 0;
    let row = 0;
    for (const info of waiting) {
      const more = size + sizeOf(info);
      if (this.#size > 0 ? more > this.#size : row >= this.#rows) break;
      size = more;
      row++;
    }
    if (row === 0) return null;
    const appEventInfos = waiting.splice(0, row);
    const data = appEventInfos.map((info) => JSON.stringify(info));
    return { packageId: ++this.#lastId, row, size, data, appEventInfos };
  }
}

/** Code 401 for parts of a watcher that are not what they must be. */
function checkParts({ appEventFilters, onReceive, onTrigger, triggerCondition }: Watcher): void {
  const isFilter = (filter: Filter): boolean =>
    typeof filter === 'object' &&
    filter !== null &&
    [filter.eventTypes, filter.names].every((list) => list === undefined || Array.isArray(list));
  if (appEventFilters !== undefined && !(Array.isArray(appEventFilters) && appEventFilters.every(isFilter)))
    throw parameterError('The appEventFilters must be an array of AppEventFilter.');
  const limits: unknown[] = [triggerCondition?.row, triggerCondition?.size, triggerCondition?.timeOut];
  if (!limits.every((limit) => limit === undefined || typeof limit === 'number'))
    throw parameterError('The row, size and timeOut must be numbers.');
  if (![onReceive, onTrigger].every((each) => each === undefined || typeof each === 'function'))
    throw parameterError('onReceive and onTrigger must be functions.');
}

/** Adds a watcher, in place of one of the same name. Gives its packages; null for one that is told of each event. */
export function addWatcher(watcher: Watcher): AppEventPackageHolder | null {
  if (typeof watcher !== 'object' || watcher === null) throw parameterError('The watcher must be a Watcher.');
  if (!isWord(watcher.name, 32)) throw error(11102001, 'Invalid watcher name.');
  checkParts(watcher);
  if (watcher.appEventFilters?.some(({ domain }) => !isWord(domain, 32)) === true)
    throw error(11102002, 'Invalid filtering event domain.');
  const { row = 0, size = 0, timeOut = 0 } = watcher.triggerCondition ?? {};
  if (row < 0) throw error(11102003, 'Invalid row value.');
  if (size < 0) throw error(11102004, 'Invalid size value.');
  if (timeOut < 0) throw error(11102005, 'Invalid timeout value.');
  queues.set(watcher.name, { watcher, waiting: [] });
  return watcher.onReceive === undefined ? new AppEventPackageHolder(watcher.name) : null;
}

export function removeWatcher(watcher: Watcher): void {
  if (!isWord(watcher?.name, 32)) throw error(11102001, 'Invalid watcher name.');
  queues.delete(watcher.name);
}

/** Forgets events that nobody has taken. */
export function clear(): void {
  for (const queue of queues.values()) queue.waiting.length = 0;
}

/** `disable` makes `write` fail; events are in memory, so `maxStorage` is checked only. */
export function configure(options: { disable?: boolean; maxStorage?: string }): void {
  if (typeof options !== 'object' || options === null) throw parameterError('The config must be a ConfigOption.');
  const { disable, maxStorage } = options;
  if (maxStorage !== undefined && !/^\d+[bkmgt]?b?$/i.test(maxStorage))
    throw error(11103001, 'Invalid max storage quota value.');
  disabled = disable ?? disabled;
}
