/** `@ohos.data.preferences`: small values that an application keeps, in its folder for them. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BusinessError, parameterError } from '../business-error.ts';
import { bothForms } from '../callbacks.ts';
import { Context } from '../context.ts';
import { hostPath } from '../device-path.ts';
import { namespace } from '../namespace.ts';
import { forgetPreferences, preferencesOf } from '../preferences.ts';
import type { Preferences } from '../preferences.ts';

interface Options {
  name: string;
  dataGroupId?: string | null;
}

/** The file of the name, in the folder of the context. */
function fileOf(context: unknown, nameOrOptions: unknown): string {
  const options: Partial<Options> =
    typeof nameOrOptions === 'object' && nameOrOptions !== null ? nameOrOptions : { name: nameOrOptions as string };
  const { name, dataGroupId } = options;
  if (!(context instanceof Context)) throw parameterError('The context is invalid.');
  if (typeof name !== 'string' || name === '' || name.length > 255 || /[/\0]/.test(name))
    throw parameterError('The name must be a file name.');
  if (typeof dataGroupId === 'string' && dataGroupId !== '')
    throw new BusinessError(15501002, `The data group id ${dataGroupId} is not valid.`);
  return join(hostPath(context.preferencesDir), name);
}

export default namespace('@ohos.data.preferences', {
  MAX_KEY_LENGTH: 1024,
  MAX_VALUE_LENGTH: 16 * 1024 * 1024,
  ...bothForms({
    getPreferences: (context: Context, name: string | Options): Preferences => preferencesOf(fileOf(context, name)),
    /** The file as well. */
    deletePreferences: (context: Context, name: string | Options): void => {
      const file = fileOf(context, name);
      forgetPreferences(file);
      rmSync(file, { force: true });
    },
    removePreferencesFromCache: (context: Context, name: string | Options): void =>
      forgetPreferences(fileOf(context, name)),
  }),
});
