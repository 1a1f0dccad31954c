/** `@ohos.app.ability.application`. */
import { asyncForm } from '../callbacks.ts';
import { applicationContext } from '../context.ts';
import type { Context } from '../context.ts';
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.application', {
  getApplicationContext: applicationContext,
  createModuleContext: asyncForm((context: Context, moduleName: string) => context.createModuleContext(moduleName)),
});
