/** The ratios that are checked in, and what has become worse since. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from './model.ts';
import type { Against, Measurement, Ratios } from './model.ts';

export interface Baseline {
  /** The engine that it was measured on. */
  engine: string;
  ratios: Record<string, Ratios>;
}

/** A ratio may be this much worse. */
export const TOLERANCE = 1.15;

export const BASELINE_FILE: string = join(import.meta.dirname, 'baseline.json');

/** A ratio that is worse than the baseline allows. */
export interface Regression {
  key: string;
  against: Against;
  ratio: number;
  before: number;
}

/** Reads the baseline. Throws an Error that tells how to make one. */
export function readBaseline(file: string = BASELINE_FILE): Baseline {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Baseline;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read (${reason}). Make it with: npm run bench -- --update`);
  }
}

/** Writes these measurements as the baseline; what was not measured keeps its entry. */
export function updateBaseline(measurements: readonly Measurement[], file: string = BASELINE_FILE): void {
  let ratios: Record<string, Ratios> = {};
  try {
    ratios = readBaseline(file).ratios;
  } catch {
    // There is none yet.
  }
  for (const measurement of measurements) {
    const rounded = Object.entries(measurement.ratios).map(([against, ratio]) => [
      against,
      Math.round(ratio * 100) / 100,
    ]);
    ratios[keyOf(measurement)] = Object.fromEntries(rounded) as Ratios;
  }
  const sorted = Object.fromEntries(Object.entries(ratios).sort(([a], [b]) => (a < b ? -1 : 1)));
  const baseline: Baseline = { engine: process.versions.node, ratios: sorted };
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** What is worse than the baseline allows. Throws an Error for an operation that the baseline does not hold. */
export function findRegressions(measurements: readonly Measurement[], baseline: Baseline): Regression[] {
  return measurements.flatMap((measurement) => {
    const key = keyOf(measurement);
    const known = baseline.ratios[key];
    return (Object.keys(measurement.ratios) as Against[]).flatMap((against) => {
      const before = known?.[against];
      const ratio = measurement.ratios[against] ?? 0;
      if (before === undefined) {
        throw new Error(`"${key}" is not in the baseline. Add it with: npm run bench -- --filter "${key}" --update`);
      }
      return ratio > before * TOLERANCE ? [{ key, against, ratio, before }] : [];
    });
  });
}

/** A regression in words. */
export function describe({ key, against, ratio, before }: Regression): string {
  const worse = Math.round((ratio / before - 1) * 100);
  return `${key}: ${ratio.toFixed(2)} of ${against}, ${worse} % worse than ${before.toFixed(2)}`;
}
