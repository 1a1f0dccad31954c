/** Progress of long work on standard error: one line that rewrites itself on a terminal, few plain lines elsewhere. */

export interface Progress {
  /** Says what goes on now. `done` of `total` steps when known. */
  update(text: string, done?: number, total?: number): void;
  /** Takes the line away; the next update begins a new one. */
  clear(): void;
}

/** Says nothing. */
export const silent: Progress = { update: () => undefined, clear: () => undefined };

interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Progress on `stream`; CI logs and pipes get a line when a text begins and at each quarter of its steps. */
export function createProgress(stream: Terminal = process.stderr): Progress {
  return stream.isTTY === true ? onTerminal(stream) : onPlainStream(stream);
}

function onTerminal(stream: Terminal): Progress {
  let shown = false;
  return {
    update(text, done, total) {
      const line = total === undefined ? `${text} ...` : `${text} [${done}/${total}]`;
      // A line that wraps could not be taken back.
      stream.write(`\r\x1b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
      shown = true;
    },
    clear() {
      if (shown) stream.write('\r\x1b[2K');
      shown = false;
    },
  };
}

function onPlainStream(stream: Terminal): Progress {
  let current = '';
  let quarter = 0;
  return {
    update(text, done = 0, total = 0) {
      const now = total > 0 ? Math.floor((4 * done) / total) : 0;
      if (text === current && now <= quarter) return;
      // The last step is followed by the result itself.
      if (text !== current || now < 4) stream.write(now > 0 ? `${text} [${done}/${total}]\n` : `${text} ...\n`);
      current = text;
      quarter = now;
    },
    clear() {
      current = '';
      quarter = 0;
    },
  };
}
