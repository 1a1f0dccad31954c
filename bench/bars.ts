/** How slow libjsvm may be at most. */
import { keyOf } from './model.ts';
import type { Against, Measurement } from './model.ts';

/** Every call against the same call of Node-API. */
const NODE_API = 1.1;

/** Where V8 alone, or the process before, is the measure. */
const OTHERS: Readonly<Record<string, Partial<Record<Against, number>>>> = {
  'scopes: open and close a handle scope': { v8: 1.3 },
  'scopes: open and close a handle scope, against the least of an API': { v8: 1.3 },
  'vms: create and destroy a VM with an env': { v8: 1.1 },
  'memory: a live VM with an env': { v8: 1.05 },
  'memory: after 1,000 VMs with an env': { start: 1.01 },
};

/** The bar of a ratio, undefined where there is none. */
export function barOf(measurement: Measurement, against: Against): number | undefined {
  return against === 'napi' ? NODE_API : OTHERS[keyOf(measurement)]?.[against];
}

/** What is over its bar: texts for people. */
export function overTheBar(measurements: readonly Measurement[]): string[] {
  return measurements.flatMap((measurement) =>
    Object.entries(measurement.ratios).flatMap(([against, ratio]) => {
      const bar = barOf(measurement, against as Against);
      return bar === undefined || ratio <= bar
        ? []
        : [`${keyOf(measurement)}: ${ratio.toFixed(2)} of ${against}, the bar is ${bar.toFixed(2)}`];
    }),
  );
}
