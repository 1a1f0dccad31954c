/** The parts of @ohos/hypium 1.0.13 that the engine touches; the package ships no usable types for them. */

export type HypiumFunction = (parameter?: unknown) => unknown;

export interface HypiumSpec {
  description: string;
  fn: HypiumFunction;
  fail?: unknown;
  error?: unknown;
}

export interface HypiumSuite {
  description: string;
  childSuites: HypiumSuite[];
  specs: HypiumSpec[];
  beforeAll: HypiumFunction[];
  afterAll: HypiumFunction[];
  beforeEach: HypiumFunction[];
  afterEach: HypiumFunction[];
  hookError: unknown;
}

export interface SuiteService {
  rootSuite: HypiumSuite;
  execute(): void;
}

export interface SpecService {
  getCurrentRunningSpec(): HypiumSpec | null | undefined;
}

export interface ConfigService {
  filterValid: string[];
  random: boolean;
  isBreakOnError(): boolean;
  setSupportAsync(value: boolean): void;
  timeout?: string | null;
}

export interface HypiumCore {
  execute(delegator: unknown): void;
  describe(name: string, body: () => unknown): void;
  it(name: string, filter: number, body: (...values: unknown[]) => unknown): void;
  beforeAll(...values: unknown[]): void;
  beforeEach(...values: unknown[]): void;
  afterEach(...values: unknown[]): void;
  afterAll(...values: unknown[]): void;
  beforeItSpecified(...values: unknown[]): void;
  afterItSpecified(...values: unknown[]): void;
  getDefaultService(name: 'suite'): SuiteService;
  getDefaultService(name: 'spec'): SpecService;
  getDefaultService(name: 'config'): ConfigService;
  subscribeEvent(kind: 'spec' | 'suite' | 'task', listener: object): void;
}

export interface HypiumModule {
  Hypium: {
    hypiumTest(delegator: object, args: { parameters: Record<string, string> }, suites: () => void): void;
  };
  Core: { getInstance(): HypiumCore };
}
