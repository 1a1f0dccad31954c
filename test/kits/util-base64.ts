/** `util.Base64Helper`, and the older `util.Base64`. */
import { parameterError } from './business-error.ts';

export const Type = { BASIC: 0, MIME: 1, BASIC_URL_SAFE: 2, MIME_URL_SAFE: 3 } as const;

/** Length of a line of MIME's base64. */
const mimeLine = 76;
const alphabets = { plain: /^[\w+/]*={0,2}$/, safe: /^[\w-]*={0,2}$/ };

function checkBytes(bytes: unknown): asserts bytes is Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw parameterError(`The type of "src" must be Uint8Array.`);
}

function checkType(type: unknown): asserts type is number {
  if (!Object.values(Type).some((known) => known === type)) throw parameterError('The type of options is invalid.');
}

export class Base64Helper {
  encodeSync(bytes: Uint8Array, type?: number): Uint8Array {
    return new Uint8Array(Buffer.from(this.encodeToStringSync(bytes, type)));
  }

  encodeToStringSync(bytes: Uint8Array, type: number = Type.BASIC): string {
    checkBytes(bytes);
    checkType(type);
    const safe = type === Type.BASIC_URL_SAFE || type === Type.MIME_URL_SAFE;
    const text = Buffer.from(bytes).toString(safe ? 'base64url' : 'base64');
    if (type !== Type.MIME && type !== Type.MIME_URL_SAFE) return text;
    return (text.match(new RegExp(`.{1,${mimeLine}}`, 'g')) ?? []).join('\r\n');
  }

  decodeSync(input: Uint8Array | string, type: number = Type.BASIC): Uint8Array {
    if (typeof input !== 'string') checkBytes(input);
    checkType(type);
    const text = typeof input === 'string' ? input : Buffer.from(input).toString('latin1');
    const safe = type === Type.BASIC_URL_SAFE || type === Type.MIME_URL_SAFE;
    const mime = type === Type.MIME || type === Type.MIME_URL_SAFE;
    // MIME leaves out what does not belong to it: the ends of lines above all.
    const digits = mime ? text.replace(safe ? /[^\w=-]/g : /[^\w+/=]/g, '') : text;
    const isWhole = digits.replace(/=+$/, '').length % 4 !== 1;
    if (!isWhole || !(safe ? alphabets.safe : alphabets.plain).test(digits) || /_/.test(safe ? '' : digits)) {
      throw parameterError('The input is not base64 of this type.');
    }
    return new Uint8Array(Buffer.from(digits, safe ? 'base64url' : 'base64'));
  }

  encode(bytes: Uint8Array, type?: number): Promise<Uint8Array> {
    return checked(bytes, () => this.encodeSync(bytes, type));
  }

  encodeToString(bytes: Uint8Array, type?: number): Promise<string> {
    return checked(bytes, () => this.encodeToStringSync(bytes, type));
  }

  decode(input: Uint8Array | string, type?: number): Promise<Uint8Array> {
    return checked(input, () => this.decodeSync(input, type));
  }
}

/** Arguments of a wrong type throw at once; what is wrong with the content is found later. */
function checked<T>(input: unknown, run: () => T): Promise<T> {
  if (typeof input !== 'string') checkBytes(input);
  return Promise.resolve().then(run);
}
