/** `@ohos.util.json`. */
import { parameterError } from '../business-error.ts';
import { shown } from '../container-checks.ts';
import * as values from '../json-values.ts';
import { namespace } from '../namespace.ts';

function checkObject(object: unknown): asserts object is Record<string, unknown> {
  if (typeof object !== 'object' || object === null) {
    throw parameterError(`The type of ${shown(object)} must be object`);
  }
}

function checkName(property: unknown): asserts property is string {
  if (typeof property !== 'string' || property === '') {
    throw parameterError(`The type of ${shown(property)} must be string that is not empty`);
  }
}

function stringify(value: unknown, replacer?: values.Replacer, space?: string | number): string | undefined {
  if (replacer !== undefined && replacer !== null && typeof replacer !== 'function' && !Array.isArray(replacer)) {
    throw parameterError(`The type of ${shown(replacer)} must be function or array`);
  }
  return values.stringify(value, replacer, space);
}

function has(object: object, property: string): boolean {
  checkObject(object);
  checkName(property);
  return Object.hasOwn(object, property);
}

function remove(object: object, property: string): void {
  checkObject(object);
  checkName(property);
  Reflect.deleteProperty(object, property);
}

export default namespace('@ohos.util.json', {
  BigIntMode: values.BigIntMode,
  parse: values.parse,
  stringify,
  has,
  remove,
});
