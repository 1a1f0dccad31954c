import type { Validation } from '../validation.ts';
import { at, list, text } from '../values.ts';
import { readSdkVersion } from '../versions.ts';

/** modelVersion in both places, and the SDK versions and names of the products. */
export function checkProducts(validation: Validation): void {
  checkModelVersion(validation);
  const { file, value } = validation.profile;
  const products = list(at(value, 'app', 'products'));
  if (products.length === 0) return;
  const names = products.flatMap((product) => text(at(product, 'name')) ?? []);
  if (!names.includes('default')) {
    const message = 'there is no product "default"; add one: on-device tests and the command line use it';
    validation.report('product-default', file, message);
  }
  for (const product of products) checkVersions(validation, product);
  for (const module of list(at(value, 'modules'))) {
    for (const target of list(at(module, 'targets'))) {
      for (const name of list(at(target, 'applyToProducts'))) {
        if (typeof name !== 'string' || names.includes(name)) continue;
        const place = `module "${text(at(module, 'name'))}"`;
        const message = `${place}: applyToProducts names "${name}"; the products are ${names.join(', ')}`;
        validation.report('product-unknown', file, message);
      }
    }
  }
}

function checkModelVersion(validation: Validation): void {
  const ours = text(at(validation.package.value, 'modelVersion'));
  const hvigor = text(at(validation.hvigor.value, 'modelVersion'));
  if (ours === undefined || hvigor === undefined || ours === hvigor) return;
  const message = `modelVersion is "${hvigor}" here and "${ours}" in oh-package.json5; write the same in both`;
  validation.report('model-version', validation.hvigor.file, message);
}

const fields = ['compatibleSdkVersion', 'targetSdkVersion', 'compileSdkVersion'] as const;

function checkVersions(validation: Validation, product: unknown): void {
  const { file } = validation.profile;
  const name = `product "${text(at(product, 'name')) ?? ''}"`;
  const runtime = at(product, 'runtimeOS') ?? 'OpenHarmony';
  // Another word is a wrong value, which the shape of the file reports.
  if (runtime !== 'HarmonyOS' && runtime !== 'OpenHarmony') return;
  const levels: { field: string; api: number }[] = [];
  for (const field of fields) {
    const value = at(product, field);
    if (value === undefined) continue;
    const version = readSdkVersion(value, runtime);
    if ('fault' in version) validation.report('product-version', file, `${name}: ${field}: ${version.fault}`);
    else levels.push({ field, api: version.api });
  }
  if (runtime === 'OpenHarmony' && at(product, 'compileSdkVersion') === undefined) {
    const message = `${name}: OpenHarmony needs compileSdkVersion; add it with the API level of the installed SDK`;
    validation.report('product-compile-sdk', file, message);
  }
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1];
    if (before === undefined || before.api <= level.api) continue;
    const order = `${before.field} (API ${before.api}) is newer than ${level.field} (API ${level.api})`;
    validation.report('product-order', file, `${name}: ${order}; write compatible <= target <= compile`);
  }
}
