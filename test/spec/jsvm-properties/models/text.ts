/** What JS says of the encodings of strings. */

/** Bytes as UTF-8, invalid ones replaced as the Encoding Standard does; a byte order mark is kept. */
export function fromUtf8(bytes: number[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

/** Bytes as Latin-1: a byte is a code unit. */
export function fromLatin1(bytes: number[]): string {
  return String.fromCharCode(...bytes);
}

/** UTF-8 of a text; a lone surrogate is the replacement character. */
export function toUtf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

/** The low bytes of the code units. */
export function toLatin1(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index) & 0xff);
}

/** What a buffer of `capacity` holds: whole characters only in UTF-8, and room for the end in all of them. */
export function readAll(text: string, capacity: number): [number[], number[], string] {
  const room = Math.max(capacity - 1, 0);
  const utf8: number[] = [];
  for (const character of text) {
    const bytes = toUtf8(character);
    if (utf8.length + bytes.length > room) break;
    utf8.push(...bytes);
  }
  return [utf8, toLatin1(text).slice(0, room), text.slice(0, room)];
}
