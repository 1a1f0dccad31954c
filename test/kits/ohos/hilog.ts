/** `@ohos.hilog`: writes to the one ordered log, beside the lines of native code. */
import { parameterError } from '../business-error.ts';
import { formatHilog } from '../hilog-format.ts';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';

const LogLevel = { DEBUG: 3, INFO: 4, WARN: 5, ERROR: 6, FATAL: 7 } as const;

type Write = (domain: number, tag: string, format: string, ...values: unknown[]) => void;

function writer(level: number): Write {
  return (domain, tag, format, ...values) => {
    check(domain, tag);
    if (typeof format !== 'string') throw parameterError('format must be a string');
    host().bridge.logWrite(level, domain, tag, formatHilog(format, values));
  };
}

function check(domain: unknown, tag: unknown): void {
  if (typeof domain !== 'number') throw parameterError('domain must be a number');
  if (typeof tag !== 'string') throw parameterError('tag must be a string');
}

const hilog = namespace('@ohos.hilog', {
  LogLevel,
  debug: writer(LogLevel.DEBUG),
  info: writer(LogLevel.INFO),
  warn: writer(LogLevel.WARN),
  error: writer(LogLevel.ERROR),
  fatal: writer(LogLevel.FATAL),
  isLoggable(domain: number, tag: string, level: number): boolean {
    check(domain, tag);
    return host().bridge.logIsLoggable(domain, tag, level);
  },
});

export default hilog;
