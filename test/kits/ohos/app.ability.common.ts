/** `@ohos.app.ability.common`: types only at build time; the classes are here for `instanceof`. */
import { Context, UIAbilityContext } from '../context.ts';
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.common', { Context, UIAbilityContext });
