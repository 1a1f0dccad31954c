/** The device connector `hdc`, whose exit code says nothing: what it prints decides. */
import { join } from 'node:path';
import { BuildError, ToolError } from '../build/errors.ts';
import { run } from '../build/process.ts';
import { findProgram } from '../build/programs.ts';

/** One device, through hdc. */
export class Hdc {
  readonly #program: string;
  readonly key: string;

  private constructor(program: string, key: string) {
    this.#program = program;
    this.key = key;
  }

  /**
   * Finds hdc and the device. Throws ToolError when hdc, a device or the one named by `wanted` is missing, and when there are
   * several devices and none is named.
   */
  static async connect(wanted: string | undefined, env: NodeJS.ProcessEnv = process.env): Promise<Hdc> {
    const sdk = env['DEVECO_SDK_HOME'];
    const program =
      findProgram('hdc', env) ??
      (sdk === undefined ? undefined : findProgram(join(sdk, 'default/openharmony/toolchains/hdc'), env));
    if (program === undefined) {
      throw new ToolError(
        'hdc was not found. Put sdk/default/openharmony/toolchains of the Command Line Tools on PATH, or set DEVECO_SDK_HOME',
      );
    }
    const connected = devicesOf((await run(program, ['list', 'targets', '-v'])).output);
    return new Hdc(program, chooseDevice(connected, wanted));
  }

  /** Runs a command of hdc with what it prints. */
  async call(args: string[], onLine?: (line: string) => void): Promise<string> {
    const options = onLine === undefined ? {} : { onLine };
    return (await run(this.#program, ['-t', this.key, ...args], options)).output;
  }

  /** Runs a command on the device. */
  shell(command: string, onLine?: (line: string) => void): Promise<string> {
    return this.call(['shell', command], onLine);
  }

  /** Installs packages, replacing older ones. Throws BuildError with what the device says. */
  async install(packages: string[]): Promise<void> {
    for (const file of packages) {
      const output = await this.call(['install', '-r', file]);
      if (/install bundle successfully/.test(output)) continue;
      const hint = /sign|verify|certificate/i.test(output)
        ? ['sign the project: File > Project Structure > Signing Configs in DevEco Studio']
        : [];
      throw new BuildError(`the device did not install ${file}`, output.trim(), hint);
    }
  }
}

/** Keys of the devices that are connected, from `hdc list targets -v`. */
export function devicesOf(output: string): string[] {
  return output
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words.length > 1 && words.some((word) => word === 'Connected'))
    .map(([key = '']) => key);
}

/** The device to use. Throws ToolError when there is no doubtless choice. */
export function chooseDevice(connected: readonly string[], wanted: string | undefined): string {
  const all = connected.join(', ');
  if (wanted !== undefined) {
    if (connected.includes(wanted)) return wanted;
    const others = connected.length === 0 ? 'none is' : `connected: ${all}`;
    throw new ToolError(`the device ${wanted} is not connected (${others})`);
  }
  if (connected.length > 1) throw new ToolError(`several devices are connected: choose one with --device (${all})`);
  const [only] = connected;
  if (only === undefined) {
    throw new ToolError(
      'no device is connected. Connect one with USB debugging on, or start an emulator: hdc list targets -v',
    );
  }
  return only;
}
