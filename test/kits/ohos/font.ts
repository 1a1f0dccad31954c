/** `@ohos.font`: nothing is drawn, so a font that is registered changes nothing. */
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

/** Takes a font for the texts of the application. */
function registerFont(options: { familyName: unknown; familySrc: unknown }): void {
  if (options?.familyName === undefined || options.familySrc === undefined) {
    throw parameterError('registerFont takes familyName and familySrc');
  }
}

export default namespace('@ohos.font', { registerFont });
