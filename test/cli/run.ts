/** `arkhost run`: calls the default export of one ArkTS file of a module, with its native libraries. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheRoot } from '../build/home.ts';
// First, so that the engine boots while everything else is read.
import { EngineProcess } from '../engine/launch.ts';
import type { EngineExit } from '../engine/launch.ts';
import type { EngineMessage, NativeStackMessage } from '../engine/protocol.ts';
import type { Failure } from '../report/events.ts';
import { UsageError } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { trace } from './trace.ts';

/** Runs the file. Returns 0 when its function returned, and 1 when it threw or the process died. */
export async function runCommand(args: Arguments): Promise<number> {
  const [name = '', file = ''] = args.positionals;
  const engine = new EngineProcess(process.execPath, cacheRoot(), 'run');
  let runDir: string | undefined;
  try {
    const [{ locate, prepare }, { engineConfig }] = await Promise.all([import('./prepare.ts'), import('../engine/config.ts')]);
    const found = await locate(name);
    const entry = findFile(file, found.module.root);
    const { project, module, ndk, libraries } = await prepare(found, args);
    const config = engineConfig({
      project,
      module,
      ...(ndk === undefined ? {} : { native: { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries } }),
      mode: 'run',
      entry,
      cacheDir: cacheRoot(),
      arguments: args.rest,
    });
    runDir = config.runDir;
    engine.configure(config);
    return await follow(engine, args.has('hilog') ? logPrinter(join(config.runDir, 'hilog.log')) : () => undefined);
  } finally {
    engine.kill();
    if (runDir !== undefined) rmSync(runDir, { recursive: true, force: true });
    trace('run done');
  }
}

function findFile(file: string, moduleRoot: string): string {
  const places = [resolve(moduleRoot, file), resolve(file)];
  const found = places.find((path) => existsSync(path));
  if (found === undefined) throw new UsageError(`there is no file ${file}, neither in ${moduleRoot} nor in the current folder`);
  return found;
}

async function follow(engine: EngineProcess, printLog: () => void): Promise<number> {
  let finished = false;
  let failed = false;
  let stack: NativeStackMessage | undefined;
  for (let message: EngineMessage | undefined; (message = await engine.next()) !== undefined; ) {
    // The log is written before the message that follows it, so printing it first keeps the order.
    printLog();
    if (message.type === 'output') (message.stream === 'stdout' ? process.stdout : process.stderr).write(message.text);
    else if (message.type === 'native-stack') stack = message;
    else if (message.type === 'finished') finished = true;
    else if (message.type === 'run-error') {
      failed = true;
      printFailure(message.failure);
    }
  }
  const exit = await engine.exit;
  printLog();
  if (exit.signal !== null || exit.code !== 0 || !finished) {
    failed = true;
    printFailure(await describeEnd(exit, stack));
  }
  return failed ? 1 : 0;
}

async function describeEnd(exit: EngineExit, stack: NativeStackMessage | undefined): Promise<Failure> {
  const message = exit.signal === null ? `the process ended with exit code ${exit.code}` : `the process was ended by ${exit.signal}`;
  if (stack === undefined) return { message };
  const { readableStack } = await import('../engine/native-stack.ts');
  return { message, stack: readableStack(stack, cacheRoot()) };
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
