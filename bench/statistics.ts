/** Middle values. */

/** The median. Throws RangeError for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values to take the median of');
  return (lower + upper) / 2;
}

/** Median and least of what was measured. */
export function costOf(values: readonly number[]): { median: number; min: number } {
  return { median: median(values), min: Math.min(...values) };
}

/**
 * The median of the ratios of two lists that were measured side by side: what disturbed a whole round disturbed both, and
 * falls out.
 */
export function pairedRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}
