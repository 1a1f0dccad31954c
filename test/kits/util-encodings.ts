/** Encodings that the engine can decode only, turned round: what each character is made of. */
import { parameterError } from './business-error.ts';

type Encode = (character: string) => readonly number[];

const made = new Map<string, Encode>();
const unicode = new Map([
  ['utf-16', 'utf-16le'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
]);
/** For what an encoding does not have. */
const substitute = [0x3f];

/** The engine's name of an encoding. Throws error 401 for one that does not exist. */
export function encodingName(label: string): string {
  const known = label.trim().toLowerCase();
  try {
    return new TextDecoder(unicode.get(known) ?? known).encoding;
  } catch {
    throw parameterError('Wrong encoding format');
  }
}

/** What encodes one character, given by its whole text. */
export function encoderOf(label: string): Encode {
  const name = encodingName(label);
  const known = made.get(name) ?? makeEncoder(name);
  made.set(name, known);
  return known;
}

function makeEncoder(name: string): Encode {
  if (name === 'utf-8') return (character) => [...Buffer.from(character, 'utf8')];
  if (name === 'utf-16le') return (character) => [...Buffer.from(character, 'utf16le')];
  if (name === 'utf-16be') return (character) => [...Buffer.from(character, 'utf16le').swap16()];
  const table = reversed(name);
  if (name === 'gb18030') addFourBytes(table, name);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (name === 'gb18030' && code > 0xffff) return fourBytes(code - 0x10000 + 189000);
    return table.get(code) ?? substitute;
  };
}

/** All characters of one and two bytes. The first that decodes to a character is the one that encodes it. */
function reversed(name: string): Map<number, readonly number[]> {
  const decoder = new TextDecoder(name);
  const table = new Map<number, readonly number[]>();
  const add = (...bytes: number[]): boolean => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const code = text.codePointAt(0);
    if (code === undefined || code === 0xfffd || text.length !== String.fromCodePoint(code).length) return false;
    if (!table.has(code)) table.set(code, bytes);
    return true;
  };
  // GB 18030 reads 0x80 as the euro sign, and writes that with two bytes.
  const single = [...Array(256).keys()].filter((byte) => name !== 'gb18030' || byte !== 0x80);
  const leads = single.filter((byte) => !add(byte));
  for (const lead of leads) for (let trail = 0x30; trail < 0x100; trail++) add(lead, trail);
  return table;
}

function addFourBytes(table: Map<number, readonly number[]>, name: string): void {
  const decoder = new TextDecoder(name);
  for (let place = 0; place < 39420; place++) {
    const bytes = fourBytes(place);
    const code = decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? 0xfffd;
    if (code !== 0xfffd && !table.has(code)) table.set(code, bytes);
  }
}

/** GB 18030 counts its longer codes. */
function fourBytes(place: number): number[] {
  const [first, second, third] = [12600, 1260, 10].map((size, index) => {
    const within = index === 0 ? place : place % ([12600, 1260][index - 1] as number);
    return Math.trunc(within / size);
  }) as [number, number, number];
  return [0x81 + first, 0x30 + second, 0x81 + third, 0x30 + (place % 10)];
}
