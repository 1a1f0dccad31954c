/** Stands in for the bridge when a module has no native code: then no host NDK is built, and only ArkTS writes to the log. */
import { appendFileSync } from 'node:fs';
import type { Bridge, LogRecord } from '../kits/host.ts';

const letters: Readonly<Record<number, string>> = { 3: 'D', 4: 'I', 5: 'W', 6: 'E', 7: 'F' };
/** Lines kept, as a device keeps a bounded buffer. */
const kept = 10_000;

/** A bridge without native code: an ordered log in memory, and an empty ledger. */
export function createPlainBridge(): Bridge {
  let records: LogRecord[] = [];
  let sequence = 0;
  let sink: string | undefined;
  return {
    loadModule(path) {
      throw new Error(`${path} cannot be loaded: the module was started without the host NDK`);
    },
    logWrite(level, domain, tag, message) {
      const record = {
        sequence: ++sequence,
        timeMs: Date.now(),
        pid: process.pid,
        tid: process.pid,
        type: 0,
        level,
        domain,
        tag,
        message,
      };
      records.push(record);
      if (records.length > 2 * kept) records = records.slice(-kept);
      if (sink !== undefined) appendFileSync(sink, `${formatLine(record)}\n`);
    },
    logIsLoggable: (_domain, _tag, level) => level >= 3 && level <= 7,
    logRead: (after) => records.filter((record) => record.sequence > after),
    logClear() {
      records = [];
    },
    logFormatLine: formatLine,
    logOpenSink(path) {
      sink = path;
    },
    ledger: () => [],
  };
}

/** hilog's line: `MM-DD hh:mm:ss.mmm  pid  tid L A<domain>/tag: text`; a message of several lines makes several. */
function formatLine(record: LogRecord): string {
  const time = new Date(record.timeMs);
  const two = (number: number): string => String(number).padStart(2, '0');
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`;
  const id = (number: number): string => String(number).padStart(5);
  const domain = record.domain.toString(16).toUpperCase().padStart(5, '0');
  const head = `${two(time.getMonth() + 1)}-${two(time.getDate())} ${clock} ${id(record.pid)} ${id(record.tid)} ${letters[record.level] ?? '?'} A${domain}/${record.tag}: `;
  return record.message
    .split('\n')
    .map((line) => head + line)
    .join('\n');
}
