/** Resources named by `$r('app.string.name')`. */
import { host } from './host.ts';

/** ResourceType numbers of the public API. */
const types: Readonly<Record<string, number>> = {
  color: 10001,
  float: 10002,
  string: 10003,
  plural: 10004,
  boolean: 10005,
  intarray: 10006,
  integer: 10007,
  pattern: 10008,
  strarray: 10009,
  media: 20000,
  rawfile: 30000,
  symbol: 40000,
};

/** What `$r` returns. Numbers are given out as names appear: the device's come from its resource compiler. */
export interface Resource {
  id: number;
  type: number;
  params: readonly unknown[];
  bundleName: string;
  moduleName: string;
}

const firstId = 0x1000000;
const idByName = new Map<string, number>();

/**
 * The resource of a name such as `app.string.title` or `sys.color.brand`.
 * Throws for a name that is not of this form or of an unknown type.
 */
export function resource(name: string, params: readonly unknown[]): Resource {
  const [scope = '', type = '', ...rest] = name.split('.');
  const number = types[type];
  if (!/^(?:app|sys|\[\w+\])$/.test(scope) || number === undefined || rest.join('.') === '') {
    throw new Error(
      `$r('${name}'): a resource is named app.<type>.<name> or sys.<type>.<name>; types are ${Object.keys(types).join(', ')}`,
    );
  }
  let id = idByName.get(name);
  if (id === undefined) {
    id = firstId + idByName.size;
    idByName.set(name, id);
  }
  const { bundleName, moduleName } = host().config;
  return { id, type: number, params, bundleName, moduleName };
}

/** The name a resource was made from, or undefined. */
export function resourceName(id: number): string | undefined {
  for (const [name, number] of idByName) if (number === id) return name;
  return undefined;
}
