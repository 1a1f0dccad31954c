/**
 * ArkTS `console`: text goes to the parent in order with the test events, and to the log as the device does it
 * (domain 0x3D00, tag JSAPP).
 */
import { util } from '../build/builtin.ts';
import { host } from '../kits/host.ts';

const { format } = util;

const consoleDomain = 0x3d00;
const consoleTag = 'JSAPP';
const levels = { debug: 3, info: 4, warn: 5, error: 6 } as const;

function writer(stream: 'stdout' | 'stderr'): NodeJS.WritableStream {
  const write = (text: string): boolean => {
    host().output(stream, text);
    return true;
  };
  // Console needs nothing but write() when ignoreErrors is off.
  return { write } as unknown as NodeJS.WritableStream;
}

/** Replaces the global console. */
export function installConsole(): void {
  const target = new globalThis.console.Console({
    stdout: writer('stdout'),
    stderr: writer('stderr'),
    ignoreErrors: false,
    colorMode: false,
  });
  const line =
    (level: keyof typeof levels, stream: 'stdout' | 'stderr') =>
    (...values: unknown[]): void => {
      const text = format(...values);
      const { bridge, output } = host();
      output(stream, `${text}\n`);
      bridge.logWrite(levels[level], consoleDomain, consoleTag, text);
    };
  target.debug = line('debug', 'stdout');
  target.log = line('info', 'stdout');
  target.info = line('info', 'stdout');
  target.warn = line('warn', 'stderr');
  target.error = line('error', 'stderr');
  globalThis.console = target;
}
