/** `arkhost test`: builds modules and runs their hypium tests. */
import { existsSync } from 'node:fs';
import { cacheRoot } from '../build/home.ts';
import type { EngineProcess } from '../engine/launch.ts';
import { superviseTests } from '../engine/supervise.ts';
import type { SuperviseOptions } from '../engine/supervise.ts';
import { ProjectError } from '../project/errors.ts';
import type { Module } from '../project/model.ts';
import type { TestEvent } from '../report/events.ts';
import type { ReporterName } from '../report/reporters.ts';
import type { Tally } from '../report/verdict.ts';
import type { Arguments } from './arguments.ts';
import { applyDeviceMode } from './device-mode.ts';
import { matched } from './matched.ts';
import { locateTested, prepare } from './prepare.ts';
import type { Found, Prepared } from './prepare.ts';
import { judge, readNumber, readReporter } from './reports.ts';
import { trace } from '../engine/trace.ts';

/**
 * Runs the tests of the named modules, one after the other; the first run uses the engine that was started ahead.
 * Returns 0 when all passed, 2 when the tests do not parse, and 1 otherwise.
 */
export async function testCommand(args: Arguments, engine: EngineProcess | undefined): Promise<number> {
  trace('code loaded');
  await applyDeviceMode(args);
  const settings = readSettings(args);
  const names = args.positionals.length === 0 ? ['.'] : args.positionals;
  // All names are looked up before the first build: a misspelt one should not cost minutes.
  const found = distinct((await Promise.all(names.map(locateTested))).flat());
  for (const { module } of found) checkList(module);
  const tally = await judge(settings.reporter, args.value('output'), runAll);
  trace('tests done');
  return tally.passed ? 0 : tally.unbuilt ? 2 : 1;

  async function* runAll(soFar: Tally): AsyncGenerator<TestEvent> {
    let waiting = engine;
    for (const module of found) {
      const options = superviseOptions(await prepare(module, args), settings, waiting);
      waiting = undefined;
      const events = superviseTests(options);
      // Of the last one it is told, when nothing has matched before.
      const mayBeEmpty = module !== found.at(-1) || soFar.totals.runs > 0;
      yield* mayBeEmpty ? matched(events) : events;
    }
  }
}

/** Each module once: a project and one of its modules may both be named. */
function distinct(found: readonly Found[]): Found[] {
  return [...new Map(found.map((item) => [item.module.root, item])).values()];
}

/** A test module without its list would be an error of loading, which says less. */
function checkList(module: Module): void {
  const list = module.ohosTest?.list;
  if (list === undefined || existsSync(list)) return;
  throw new ProjectError(list, 'the file is missing; add it: its default export calls the function of every suite');
}

interface Settings {
  reporter: ReporterName;
  parameters: Record<string, string>;
  seed?: number;
}

function readSettings(args: Arguments): Settings {
  const settings: Settings = { reporter: readReporter(args.value('reporter')), parameters: {} };
  const only = args.values('only');
  if (only.length > 0) settings.parameters['class'] = only.join(',');
  const timeout = readNumber(args, 'case-timeout');
  if (timeout !== undefined) settings.parameters['timeout'] = String(timeout);
  const seed = readNumber(args, 'random');
  if (seed !== undefined) {
    settings.parameters['random'] = 'true';
    settings.seed = seed;
  }
  return settings;
}

function superviseOptions(prepared: Prepared, settings: Settings, engine: EngineProcess | undefined): SuperviseOptions {
  const { project, module, ndk, libraries } = prepared;
  return {
    project,
    module,
    ...(ndk === undefined ? {} : { native: { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries } }),
    cacheDir: cacheRoot(),
    parameters: { ...settings.parameters },
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    ...(engine === undefined ? {} : { engine }),
  };
}
