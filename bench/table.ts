/** Measurements as a table for people. */
import { barOf } from './bars.ts';
import type { Against, Cost, Measurement } from './model.ts';

const HEAD = ['', 'libjsvm', 'least', 'Node-API', 'V8', '/ Node-API', '/ V8'];

/** Renders the table. A ratio that is over its bar has a star. */
export function renderTable(measurements: readonly Measurement[]): string {
  const rows: string[][] = [];
  let group = '';
  for (const measurement of measurements) {
    if (measurement.group !== group) rows.push([measurement.group]);
    group = measurement.group;
    rows.push(rowOf(measurement));
  }
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [HEAD, ...rows].map(line).join('\n');
}

function rowOf(measurement: Measurement): string[] {
  const { name, unit, costs } = measurement;
  const show = (cost: Cost | undefined, value: 'median' | 'min'): string =>
    cost === undefined ? '-' : amount(cost[value], unit);
  return [
    `  ${name}`,
    show(costs.jsvm, 'median'),
    show(costs.jsvm, 'min'),
    show(costs.napi, 'median'),
    show(costs.v8, 'median'),
    ratio(measurement, 'napi'),
    measurement.ratios.start === undefined
      ? ratio(measurement, 'v8')
      : `${ratio(measurement, 'start').trim()} of before`,
  ];
}

function ratio(measurement: Measurement, against: Against): string {
  const value = measurement.ratios[against];
  if (value === undefined) return '- ';
  const bar = barOf(measurement, against);
  return value.toFixed(2) + (bar !== undefined && value > bar ? '*' : ' ');
}

function amount(value: number, unit: 'ns' | 'bytes'): string {
  if (unit === 'bytes') return `${(value / 1024).toFixed(0)} KiB`;
  if (value < 1000) return `${value.toFixed(1)} ns`;
  return value < 1e6 ? `${(value / 1e3).toFixed(1)} µs` : `${(value / 1e6).toFixed(1)} ms`;
}
