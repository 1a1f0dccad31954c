/** `@arkts.math.Decimal`: decimal.js with the errors of the device, and with its names of the three fields. */
import { Decimal as Library } from 'decimal.js';
import { BusinessError, parameterError } from '../business-error.ts';

type Call = (this: unknown, ...values: unknown[]) => unknown;

const prefix = '[DecimalError] ';
const codes: Record<string, number> = { 'Precision limit exceeded': 10200060, 'crypto unavailable': 10200061 };

function translated(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith(prefix)) return error;
  const text = error.message.slice(prefix.length);
  const code = codes[text];
  return code === undefined ? parameterError(`${text}.`) : new BusinessError(code, `${text}.`);
}

/** Gives the functions of an object the errors of the device. */
function adapt(holder: object): void {
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
    const run = member.value as unknown;
    // The constructor is known to every number.
    if (typeof run !== 'function' || name === 'constructor') continue;
    const adapted: Call = function (...values) {
      try {
        return (run as Call).apply(this, values);
      } catch (error) {
        throw translated(error);
      }
    };
    Object.defineProperty(holder, name, { ...member, value: adapted });
  }
}

/** A constructor of its own: settings and names must not reach others that use the library. */
const own = Library.clone();
const prototype = Object.create(own.prototype as object) as object;
for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(own.prototype as object))) {
  Object.defineProperty(prototype, name, member);
}
own.prototype = prototype as Library;
adapt(prototype);
adapt(own);

const fields: Record<string, 'd' | 'e' | 's'> = { digits: 'd', exponent: 'e', sign: 's' };
for (const [name, field] of Object.entries(fields)) {
  Object.defineProperty(prototype, name, {
    get(this: Library) {
      return this[field];
    },
    configurable: true,
  });
}

export const Decimal: typeof Library = new Proxy(own, {
  construct(type, values: [Library.Value]) {
    try {
      return new type(...values);
    } catch (error) {
      throw translated(error);
    }
  },
  apply() {
    throw new BusinessError(10200012, "The Decimal's constructor cannot be directly invoked");
  },
});

export default Decimal;
