/** Runs fixture modules through the real engine and collects what is reported. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeSide } from '../../engine/config.ts';
import { superviseTests } from '../../engine/supervise.ts';
import type { Module, Project, TestTarget } from '../../project/model.ts';
import type { CaseEnd, RunError, TestEvent } from '../../report/events.ts';

/** A process that boots, transforms and hangs once needs a few seconds on a busy computer. */
export const limit = { timeout: 120_000 };

/** What a run reported. */
export interface Report {
  events: TestEvent[];
  /** `suite › case` to how it ended, in order. */
  cases: Map<string, CaseEnd>;
  errors: RunError[];
  /** Text printed by the module. */
  output: string;
}

export interface FixtureOptions {
  parameters?: Record<string, string>;
  caseTimeout?: number;
  runTimeout?: number;
  seed?: number;
  native?: NativeSide;
  cacheDir?: string;
  /** Packages of the module. */
  packages?: Record<string, string>;
  /** Folder of the module's resources. */
  resources?: string;
  /** Further modules of the project. */
  modules?: Module[];
  /** What else is known of the module, and of its test target. */
  extra?: Partial<Module>;
  target?: Partial<TestTarget>;
}

const fixtures = join(import.meta.dirname, 'fixtures');
let sharedCache: string | undefined;

/** A cache folder for this process; its transformed files are reused by all runs. */
export function cacheFolder(): string {
  if (sharedCache === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'arkhost-spec-'));
    sharedCache = folder;
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return sharedCache;
}

/** The model of a module whose files stand in one folder. */
export function fixtureModule(root: string): { project: Project; module: Module } {
  const module: Module = {
    name: 'entry',
    type: 'entry',
    root,
    etsRoot: root,
    nativeTypes: [],
    packages: {},
    abilities: [{ name: 'FixtureAbility', source: join(root, 'FixtureAbility.ets') }],
    pages: [],
    ohosTest: { name: 'entry_test', etsRoot: root, list: join(root, 'List.test.ets'), style: 'new' },
  };
  const project: Project = {
    root,
    modelVersion: '5.0.0',
    bundleName: 'com.example.fixture',
    versionName: '1.0.0',
    versionCode: 1000000,
    products: [],
    modules: [module],
  };
  return { project, module };
}

/** Runs `fixtures/<name>`, or the module in a folder given by an absolute path. */
export async function runFixture(name: string, options: FixtureOptions = {}): Promise<Report> {
  const root = name.startsWith('/') ? name : join(fixtures, name);
  const report: Report = { events: [], cases: new Map(), errors: [], output: '' };
  const { packages = {}, modules = [], resources, extra, target, ...rest } = options;
  const { project, module } = fixtureModule(root);
  module.packages = packages;
  if (resources !== undefined) module.resources = resources;
  Object.assign(module, extra);
  Object.assign(module.ohosTest ?? {}, target);
  project.modules.push(...modules);
  const run = superviseTests({ project, module, cacheDir: cacheFolder(), ...rest });
  for await (const event of run) {
    report.events.push(event);
    if (event.type === 'case-end') report.cases.set([...event.suite, event.name].join(' › '), event);
    else if (event.type === 'run-error') report.errors.push(event);
    else if (event.type === 'output') report.output += event.text;
  }
  return report;
}

/** Case names to verdicts, in order. */
export function verdicts(report: Report): Record<string, string> {
  return Object.fromEntries([...report.cases].map(([name, event]) => [name, event.verdict]));
}

/** The failure of a case, as message and stack. */
export function failure(report: Report, name: string): { message: string; stack: string } {
  const found = report.cases.get(name)?.failure;
  return { message: found?.message ?? '', stack: found?.stack ?? '' };
}
