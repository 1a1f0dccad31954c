/** `arkhost test`: builds modules and runs their hypium tests. */
import { cacheRoot } from '../build/home.ts';
// First, so that the engine boots while everything else is read.
import { EngineProcess } from '../engine/launch.ts';
import type { SuperviseOptions } from '../engine/supervise.ts';
import type { Reporter, ReporterName } from '../report/reporters.ts';
import { UsageError } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import type { Prepared } from './prepare.ts';
import { trace } from './trace.ts';

/** Runs the tests of the named modules, one after the other. Returns 0 when all passed and 1 otherwise. */
export async function testCommand(args: Arguments): Promise<number> {
  const settings = readSettings(args);
  const engine = new EngineProcess(process.execPath, cacheRoot(), 'test');
  trace('engine started');
  try {
    const [{ locate, prepare }, { superviseTests }, { Tally }, { openReports }] = await Promise.all([
      import('./prepare.ts'),
      import('../engine/supervise.ts'),
      import('../report/verdict.ts'),
      import('./reports.ts'),
    ]);
    trace('code loaded');
    const names = args.positionals.length === 0 ? ['.'] : args.positionals;
    // All names are looked up before the first build: a misspelt one should not cost minutes.
    const found = await Promise.all(names.map(locate));
    const reports = await openReports(settings.reporter, args.value('output'));
    const tally = new Tally();
    try {
      let waiting: EngineProcess | undefined = engine;
      for (const module of found) {
        const options = superviseOptions(await prepare(module, args), settings, waiting);
        waiting = undefined;
        for await (const event of superviseTests(options)) {
          tally.add(event);
          for (const reporter of reports.reporters) reporter.event(event);
        }
      }
      await endAll(reports.reporters);
      reports.close();
    } catch (error) {
      reports.discard();
      throw error;
    }
    trace('tests done');
    return tally.passed ? 0 : 1;
  } finally {
    engine.kill();
  }
}

async function endAll(reporters: Reporter[]): Promise<void> {
  for (const reporter of reporters) await reporter.end();
}

interface Settings {
  reporter: ReporterName;
  parameters: Record<string, string>;
  seed?: number;
}

function readSettings(args: Arguments): Settings {
  const settings: Settings = { reporter: readReporter(args.value('reporter') ?? 'spec'), parameters: {} };
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

function readReporter(name: string): ReporterName {
  // The names stand here too, because the reporters are loaded later; the compiler compares the types.
  const names: ReporterName[] = ['spec', 'tap', 'junit', 'json'];
  const reporter = names.find((candidate) => candidate === name);
  if (reporter === undefined) throw new UsageError(`there is no reporter "${name}". The reporters are: ${names.join(', ')}`);
  return reporter;
}

function readNumber(args: Arguments, name: string): number | undefined {
  const text = args.value(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
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
