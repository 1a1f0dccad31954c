/** The table of entry classes: what a stored exception and the last error do to calls. */
import type { Operation, Value } from '../driver.ts';

/** Calls of the interpreter, named after their class. */
export const CALLS = [
  'J CoerceToBool',
  'J SetNamedProperty',
  'J CreateDate',
  'J CompileScript',
  'I CreateInt32',
  'I CreateError',
  'C CreateObject',
  'T Typeof',
  'N GetInstanceData',
  'L IsLocked',
];

export class ExceptionModel {
  #stored: string | undefined;

  apply([name, message]: Operation): Value {
    switch (name) {
      case 'throw':
        if (this.#stored !== undefined) return 'PENDING_EXCEPTION';
        this.#stored = message as string;
        return 'OK';
      case 'throwInScript':
        if (this.#stored !== undefined) return 'PENDING_EXCEPTION';
        this.#stored = message as string;
        return 'GENERIC_FAILURE';
      case 'fail':
        return ['INVALID_ARG', 'INVALID_ARG'];
      case 'take': {
        const taken = this.#stored;
        this.#stored = undefined;
        return ['OK', taken === undefined ? null : `Error: ${taken}`];
      }
      default: {
        const status = name.startsWith('J ') && this.#stored !== undefined ? 'PENDING_EXCEPTION' : 'OK';
        return [status, status];
      }
    }
  }
}
