/** `arkhost run`: calls the default export of one ArkTS file of a module, with its native libraries. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheRoot } from '../build/home.ts';
import { makeRunDir } from '../engine/config.ts';
import type { EngineProcess } from '../engine/launch.ts';
import { superviseRun } from '../engine/supervise.ts';
import type { Failure, TestEvent } from '../report/events.ts';
import { UsageError } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { applyDeviceMode } from './device-mode.ts';
import { locate, prepare } from './prepare.ts';
import { trace } from '../engine/trace.ts';

/** Runs the file, in the engine that was started ahead. Returns 0 when its function returned, and 1 when it threw or died. */
export async function runCommand(args: Arguments, engine: EngineProcess | undefined): Promise<number> {
  const [name = '', file = ''] = args.positionals;
  await applyDeviceMode(args);
  const found = await locate(name);
  const entry = findFile(file, found.module.root);
  const { project, module, ndk, libraries } = await prepare(found, args);
  const runDir = makeRunDir(module.name);
  const events = superviseRun({
    project,
    module,
    ...(ndk === undefined ? {} : { native: { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries } }),
    entry,
    cacheDir: cacheRoot(),
    runDir,
    arguments: args.rest,
    ...(engine === undefined ? {} : { engine }),
  });
  const failed = await follow(events, args.has('hilog') ? logPrinter(join(runDir, 'hilog.log')) : () => undefined);
  trace('run done');
  return failed ? 1 : 0;
}

function findFile(file: string, moduleRoot: string): string {
  const places = [resolve(moduleRoot, file), resolve(file)];
  const found = places.find((path) => existsSync(path));
  if (found === undefined)
    throw new UsageError(`there is no file ${file}, neither in ${moduleRoot} nor in the current folder`);
  return found;
}

/** Prints what the run prints; true when it failed. */
async function follow(events: AsyncIterable<TestEvent>, printLog: () => void): Promise<boolean> {
  let failed = false;
  for await (const event of events) {
    // The log is written before the message that follows it, so printing it first keeps the order.
    printLog();
    if (event.type === 'output') (event.stream === 'stdout' ? process.stdout : process.stderr).write(event.text);
    if (event.type === 'run-error') {
      failed = true;
      printFailure(event.failure);
    }
  }
  return failed;
}

function printFailure({ message, stack }: Failure): void {
  process.stderr.write(`arkhost: ${message}\n${stack === undefined ? '' : `${stack.replace(/^(?=.)/gm, '    ')}\n`}`);
}

/** Prints what was added to the log file since the last call, less what `console` wrote: that is printed as text. */
function logPrinter(file: string): () => void {
  let printed = 0;
  return () => {
    if (!existsSync(file)) return;
    const bytes = readFileSync(file);
    // A line that is being written is left for the next call.
    const end = bytes.lastIndexOf('\n') + 1;
    const lines = bytes.toString('utf8', printed, end).split(/(?<=\n)/);
    process.stdout.write(lines.filter((line) => !/ [DIWEF] A03D00\/(?:[^ ]*\/)?JSAPP: /.test(line)).join(''));
    printed = end;
  };
}
