/** Runs the hypium tests of one module in this process and reports them on the channel. */
import { now } from '../build/clock.ts';
import { fs, path } from '../build/builtin.ts';
import type { Verdict } from '../report/events.ts';
import { host } from '../kits/host.ts';
import { send } from './channel.ts';
import { quietDelegator } from './delegator.ts';
import { failureOf } from './failure.ts';
import { importFile } from './hooks.ts';
import { importFailure } from './import-failure.ts';
import { installTraps } from './traps.ts';
import type { HypiumCore, HypiumModule, HypiumSpec } from './hypium-types.ts';
import { judgeEnd, settledLedger } from './leaks.ts';
import { Monitor } from './monitor.ts';
import { keepRest, makePlan } from './plan.ts';
import type { PlannedCase } from './plan.ts';
import { startWrittenAbility } from './test-ability.ts';
import { trace } from './trace.ts';
import { closeRegistration, watchRegistration } from './register.ts';
import { wrapPlan } from './wrap.ts';
import type { Progress } from './wrap.ts';

const { writeFileSync } = fs;
const { join } = path;

const timeoutText = /^execute timeout \d+ms$/;

/** Loads List.test.ets and runs what it registers. Resolves when everything has been reported. */
export async function runTests(hypium: HypiumModule): Promise<void> {
  const { config } = host();
  let monitor: Monitor | undefined;
  installTraps(() => monitor);

  let list: { default?: unknown };
  try {
    list = (await importFile(config.entry)) as { default?: unknown };
  } catch (error) {
    return stop(
      importFailure(error),
      error instanceof Error && error.name === 'EtsSyntaxError' ? { unbuilt: true } : {},
    );
  }
  trace('test files loaded');
  const suites = list.default;
  if (typeof suites !== 'function') {
    return stop({
      message: `${config.entry} has no default export that registers suites: export default function testsuite() { ... }`,
    });
  }

  const broken = await startWrittenAbility(hypium);
  if (broken !== undefined) return stop(broken);
  const core = hypium.Core.getInstance();
  // hypium waits 10 ms before it runs; the plan is made in between, and the run started without the wait.
  core.execute = () => undefined;
  const parameters = { ...config.parameters };
  const random = parameters['random'] === 'true';
  delete parameters['random'];
  try {
    let registered: unknown;
    hypium.Hypium.hypiumTest(quietDelegator(), { parameters }, () => {
      watchRegistration(core, () => monitor);
      registered = (suites as () => unknown)();
    });
    // A device waits 10 ms before it runs; suites that come in between count.
    if (registered instanceof Promise) await registered;
    closeRegistration(core, () => monitor);
  } catch (error) {
    const failure = failureOf(error);
    return stop({ ...failure, message: `registering the suites failed: ${failure.message}` });
  }
  // The TestAbility of an old-style project starts the tests as well, when a test starts it again.
  hypium.Hypium.hypiumTest = () => undefined;
  const invalid = core.getDefaultService('config').filterValid;
  if (invalid.length > 0) return stop({ message: `hypium refuses the parameter ${invalid.join(', ')}` });

  const { rootSuite } = core.getDefaultService('suite');
  const plan = makePlan(rootSuite, random ? config.seed : undefined);
  if (config.resumeAfter < 0 && config.blocked.length === 0) announce(plan.cases);
  if (plan.cases.length === 0) {
    const filtered = ['class', 'notClass', 'suite', 'itName', 'level', 'size', 'testType'].some(
      (key) => parameters[key],
    );
    return filtered
      ? stop({ message: 'no tests ran: the filter matches no case' }, { unmatched: true })
      : stop({ message: 'no tests ran: the list registers no case' });
  }
  reportBlocked(plan.cases);
  const rest = keepRest(plan, config.resumeAfter, config.blocked);
  monitor = new Monitor(rest);
  const progress: Progress = { afterEachRan: false };
  wrapPlan(plan, monitor, progress);
  trace('plan made');

  if (parameters['dryRun'] === 'true') monitor.closeRest('skip', 'not run: dry run');
  else if (rest.length > 0) await execute(core, monitor, progress);
  trace('cases done');
  await finish(core, monitor);
}

/** Runs everything; resolves when hypium says that the task is done, or when it stopped without saying so. */
function execute(core: HypiumCore, monitor: Monitor, progress: Progress): Promise<void> {
  return new Promise((resolve) => {
    const specs = core.getDefaultService('spec');
    core.subscribeEvent('spec', {
      specStart(): void {
        const spec = specs.getCurrentRunningSpec();
        // A spec object is repeated under stress: the failure of one round is not the failure of the next.
        if (spec != null && !hookFailed(core, spec)) spec.fail = spec.error = undefined;
        progress.afterEachRan = false;
        monitor.startCase();
      },
      async specDone(): Promise<void> {
        const spec = specs.getCurrentRunningSpec();
        if (spec != null) await endCase(spec, monitor, progress);
      },
    });
    core.subscribeEvent('suite', { suiteStart: nothing, suiteDone: nothing });
    core.subscribeEvent('task', { taskStart: nothing, incorrectFormat: nothing, taskDone: resolve });
    process.once('beforeExit', () => resolve());
    core.getDefaultService('config').setSupportAsync(true);
    core.getDefaultService('suite').execute();
  });
}

function nothing(): void {
  // hypium calls every method of a listener.
}

/** hypium marks the cases of a suite whose beforeAll failed before it starts them. */
function hookFailed(core: HypiumCore, spec: HypiumSpec): boolean {
  const failure = spec.error ?? spec.fail;
  if (failure === undefined) return false;
  let level = [core.getDefaultService('suite').rootSuite];
  while (level.length > 0) {
    if (level.some((suite) => suite.hookError === failure)) return true;
    level = level.flatMap((suite) => suite.childSuites);
  }
  return false;
}

async function endCase(spec: HypiumSpec, monitor: Monitor, progress: Progress): Promise<void> {
  const { running } = monitor;
  if (running === undefined) return;
  const duration = now() - running.startedAt;
  const thrown = spec.error ?? spec.fail;
  const timedOut = thrown instanceof Error && timeoutText.test(thrown.message);
  if (!timedOut) {
    if (thrown !== undefined && !progress.afterEachRan && running.planned.owner.hookError === null) {
      await runSkippedHooks(running.planned, monitor);
    }
    if (running.pending.length > 0) await settle(running.pending, monitor);
  }
  // Rejections that nobody handles are reported by the engine on the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  const late = spec.error ?? spec.fail;
  const verdict: Verdict = timedOut ? 'timeout' : spec.error !== undefined ? 'error' : 'fail';
  monitor.endCase(late === undefined ? undefined : { value: late, verdict }, duration);
  if (timedOut) restart();
}

/** The body of a timed-out case still runs, and would disturb the others: they get a new process. */
function restart(): never {
  send({ type: 'restart' });
  process.exit(0);
}

/** hypium skips afterEach after a failure, and native handles leak into the next case. */
async function runSkippedHooks(planned: PlannedCase, monitor: Monitor): Promise<void> {
  for (const hook of planned.owner.afterEach) {
    try {
      await hook();
    } catch (error) {
      monitor.charge(failureOf(error));
    }
  }
}

/** Waits for the promises of `data` cases, as long as hypium waits for others. */
async function settle(promises: readonly Promise<unknown>[], monitor: Monitor): Promise<void> {
  const limit = Number(host().config.parameters['timeout'] ?? 5000);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), limit)));
  const outcome = await Promise.race([Promise.allSettled(promises), late]);
  clearTimeout(timer);
  if (outcome === 'late') monitor.charge({ message: `execute timeout ${limit}ms` });
}

/** Tells the parent how many cases there are; their names go to a file that is read only when they are needed. */
function announce(cases: readonly PlannedCase[]): void {
  writeFileSync(
    join(host().config.runDir, 'plan.json'),
    JSON.stringify(cases.map(({ suite, name }) => ({ suite, name }))),
  );
  send({ type: 'plan', total: cases.length });
}

function reportBlocked(cases: readonly PlannedCase[]): void {
  const { blocked, resumeAfter } = host().config;
  for (const { first, last, verdict, failure } of blocked) {
    for (const { index, suite, name } of cases.slice(Math.max(first, resumeAfter + 1), last + 1)) {
      send({ type: 'case-start', index, suite, name });
      send({ type: 'case-end', index, suite, name, verdict, duration: 0, failure });
    }
  }
}

async function finish(core: HypiumCore, monitor: Monitor): Promise<void> {
  if (monitor.unreported.length > 0) {
    if (core.getDefaultService('config').isBreakOnError())
      monitor.closeRest('skip', 'not run: breakOnError stopped the run');
    else monitor.closeRest('missing', 'hypium never ran this case');
  }
  const { errors, notes } = judgeEnd(await settledLedger(host().bridge), monitor.makers);
  for (const message of errors) send({ type: 'run-error', failure: { message } });
  send({ type: 'finished', findings: notes });
}

/** Ends a run in which no case can run. @param why A source has a syntax error, or the filter matches nothing. */
function stop(failure: { message: string; stack?: string }, why: { unbuilt?: true; unmatched?: true } = {}): void {
  send({ type: 'run-error', failure, ...why });
  send({ type: 'finished', findings: [] });
}
