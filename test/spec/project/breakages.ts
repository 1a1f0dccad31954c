import { moduleBreakages } from './breakages-module.ts';
import { nativeBreakages } from './breakages-native.ts';
import { projectBreakages } from './breakages-project.ts';
import { resourceBreakages } from './breakages-resources.ts';
import { testBreakages } from './breakages-tests.ts';
import type { FixtureProject } from './fixture.ts';

/** One way to break the sound project, and what the validator has to say to it. */
export interface Breakage {
  rule: string;
  /** In the name of the test. */
  what: string;
  /** The file that has to be named, relative to the project. */
  file: string;
  /** What the message has to tell: the fault or the mend. */
  message: RegExp;
  spoil: (project: FixtureProject) => void;
}

export const breakages: Breakage[] = [
  ...projectBreakages,
  ...moduleBreakages,
  ...resourceBreakages,
  ...nativeBreakages,
  ...testBreakages,
];
