import { Ajv } from 'ajv';
import type { ErrorObject, SchemaObject, ValidateFunction } from 'ajv';
import { closestOf } from '../similar.ts';
import type { ParsedFile, Validation } from '../validation.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
const compiled = new WeakMap<SchemaObject, ValidateFunction>();

/** Fields that belong to the products of the root build-profile.json5 and nowhere else. */
const sdkFields = /^(compatible|target|compile)SdkVersion(Stage)?$/;

/** Reports every field of a parsed file that is missing, unknown or of a wrong value. */
export function checkShape(validation: Validation, parsed: ParsedFile, shape: SchemaObject): void {
  if (parsed.value === undefined) return;
  const check = compiled.get(shape) ?? ajv.compile(shape);
  compiled.set(shape, check);
  if (check(parsed.value)) return;
  for (const error of check.errors ?? []) {
    const { rule, message } = explain(error);
    validation.report(rule, parsed.file, message);
  }
}

function explain(error: ErrorObject): { rule: string; message: string } {
  const place = placeName(error.instancePath);
  const prefix = place === '' ? '' : `${place}.`;
  if (error.keyword === 'required') {
    const field = String(error.params['missingProperty']);
    return { rule: 'field-missing', message: `"${prefix}${field}" is missing; add it` };
  }
  if (error.keyword === 'additionalProperties') {
    const field = String(error.params['additionalProperty']);
    if (sdkFields.test(field)) {
      const message =
        `"${prefix}${field}" does not belong here; ` + 'write it in app.products of the root build-profile.json5';
      return { rule: 'sdk-version-place', message };
    }
    const known = Object.keys(error.parentSchema?.['properties'] ?? {});
    const close = closestOf(field, known);
    const mend =
      close === undefined ? `remove it; known fields: ${known.sort().join(', ')}` : `did you mean "${close}"?`;
    return { rule: 'field-unknown', message: `"${prefix}${field}" is not a field of this file; ${mend}` };
  }
  const wanted = String(error.parentSchema?.['description'] ?? error.message);
  return { rule: 'field-value', message: `"${place}" is ${JSON.stringify(error.data)}; write ${wanted}` };
}

/** `/app/products/0/name` as `app.products[0].name`. */
function placeName(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}
