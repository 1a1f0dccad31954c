/** Values of the module's resources, from `resources/<qualifiers>/element/*.json`. */
import { fs, path } from '../build/builtin.ts';
import { host } from './host.ts';
import { resourceName } from './resource.ts';
import type { Resource } from './resource.ts';

const { existsSync, readFileSync, readdirSync } = fs;
const { join } = path;

interface Element {
  name: string;
  value: unknown;
}

/** The host is a device set to English: its values come before the general ones. */
const folders = ['base', 'en', 'en_US'];

let values: Map<string, unknown> | undefined;

/** The value of `string.title` or the like; undefined when the module has none. Throws for a file that is no JSON. */
export function resourceValue(name: string): unknown {
  values ??= readAll();
  return values.get(name);
}

/**
 * The text of a resource: its string with the parameters filled in. A resource that the module does not have is shown as it
 * is written, such as `$r('sys.string.ohos_id_text')`: those of the system are on the device.
 */
export function resourceText(resource: Resource): string {
  const name = resourceName(resource.id) ?? '';
  const value = resourceValue(name.replace(/^(?:app|\[\w+\])\./, ''));
  if (value === undefined) return `$r('${name}')`;
  if (Array.isArray(value) && name.includes('.plural.')) return pluralText(value as PluralForm[], resource.params);
  return typeof value === 'string' ? fill(value, resource.params) : String(value);
}

interface PluralForm {
  quantity: string;
  value: string;
}

/** The first parameter is the count, which chooses the form; the others fill it in, or the count itself. */
function pluralText(forms: readonly PluralForm[], [count, ...rest]: readonly unknown[]): string {
  const wanted = new Intl.PluralRules('en').select(Number(count));
  const form = forms.find(({ quantity }) => quantity === wanted) ?? forms.find(({ quantity }) => quantity === 'other');
  return fill(form?.value ?? '', rest.length === 0 ? [count] : rest);
}

/** True for what `$r` returns. */
export function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && 'id' in value && 'params' in value && 'bundleName' in value;
}

/** Fills in `%s`, `%d` and `%1$s`. */
export function fill(text: string, parameters: readonly unknown[]): string {
  let used = 0;
  return text.replace(/%(?:(\d+)\$)?([sdf%])/g, (whole: string, index: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const value = parameters[index === undefined ? used++ : Number(index) - 1];
    return value === undefined ? whole : isResource(value) ? resourceText(value) : String(value);
  });
}

function readAll(): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const roots = host().config.resourceFolders;
  for (const folder of roots.flatMap((root) => folders.map((name) => join(root, name)))) {
    const elements = join(folder, 'element');
    if (!existsSync(elements)) continue;
    for (const file of readdirSync(elements).filter((name) => name.endsWith('.json'))) {
      for (const [type, list] of Object.entries(readJson(join(elements, file)))) {
        for (const { name, value } of list) found.set(`${type}.${name}`, value);
      }
    }
  }
  return found;
}

function readJson(file: string): Record<string, Element[]> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Element[]>;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
}
