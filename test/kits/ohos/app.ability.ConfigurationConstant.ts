/** `@ohos.app.ability.ConfigurationConstant`. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.ConfigurationConstant', {
  ColorMode: { COLOR_MODE_NOT_SET: -1, COLOR_MODE_DARK: 0, COLOR_MODE_LIGHT: 1 },
  Direction: { DIRECTION_NOT_SET: -1, DIRECTION_VERTICAL: 0, DIRECTION_HORIZONTAL: 1 },
});
