/** The failures of a build, each with what the command line needs to know. */

/** Something arkhost needs is not on this machine: exit code 3. The message ends with how to get it. */
export class ToolError extends Error {
  override name = 'ToolError';
}

/** A compiler, linker or CMake refused the sources. `output` is what it said, unchanged. */
export class BuildError extends Error {
  override name = 'BuildError';
  readonly output: string;
  /** What usually mends it, one line each. */
  readonly hints: string[];

  constructor(message: string, output: string, hints: string[] = []) {
    super(message);
    this.output = output;
    this.hints = hints;
  }
}
