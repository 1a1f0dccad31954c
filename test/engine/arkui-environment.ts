/** `Environment`: facts of the device as keys of AppStorage. */
import { AppStorage } from './arkui-storage.ts';

/** The device that pages meet: English, light, texts as they are. */
const facts: Readonly<Record<string, unknown>> = {
  accessibilityEnabled: false,
  colorMode: 0,
  fontScale: 1,
  fontWeightScale: 1,
  layoutDirection: 0,
  languageCode: 'en',
};

const known = new Set<string>();

/** Makes a key of AppStorage with the fact, or with `value` for one that there is not; false when the key exists. */
function envProp(name: string, value: unknown): boolean {
  if (AppStorage.has(name)) return false;
  known.add(name);
  return AppStorage.setOrCreate(name, facts[name] ?? value);
}

function envProps(list: readonly { key: string; defaultValue: unknown }[]): void {
  for (const { key, defaultValue } of list) envProp(key, defaultValue);
}

function keys(): string[] {
  return [...known];
}

/** Also by the names before API 10. */
export const Environment = { envProp, envProps, keys, EnvProp: envProp, EnvProps: envProps, Keys: keys };
