/** Where in a file something stands; lines and columns count from 1. */
export interface Place {
  line?: number;
  column?: number;
}

/**
 * A project file that cannot be used. `message` begins with the file (and the place in it) and says how to mend it, so
 * that a command line can print it as it stands.
 */
export class ProjectError extends Error {
  /** Absolute path of the file at fault. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** What is wrong, without the file. */
  readonly reason: string;

  constructor(file: string, reason: string, place: Place = {}) {
    const line = place.line === undefined ? '' : `:${place.line}`;
    const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`;
    super(`${file}${line}${column}: ${reason}`);
    this.name = 'ProjectError';
    this.file = file;
    this.reason = reason;
    if (place.line !== undefined) this.line = place.line;
    if (place.column !== undefined) this.column = place.column;
  }
}
