/**
 * Formats ArkTS hilog lines. `%{public}` shows a value, `%{private}` and no marker mask it. Known conversions: s for any
 * plain value, d and i for numbers, o, O and j for objects, %% for a percent sign. Without arguments the text is literal;
 * conversions without an argument stay as they are.
 */
const conversion = /%(?:\{(public|private)\})?([sdioOj%])/g;

/** The text of a line. */
export function formatHilog(format: string, values: readonly unknown[]): string {
  if (values.length === 0) return format;
  let used = 0;
  return format.replace(conversion, (text: string, marker: string | undefined, kind: string) => {
    if (kind === '%') return marker === undefined ? '%' : text;
    if (used >= values.length) return text;
    const value = values[used++];
    return marker === 'public' ? show(value) : '<private>';
  });
}

function show(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A cycle, or a bigint inside.
    return String(value);
  }
}
