/** `@ohos.measure`: texts have a size on a screen only. */
import { BusinessError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

function needsScreen(name: string): () => never {
  return () => {
    throw new BusinessError(801, `${name} needs fonts and pixels: arkhost has a tree of components and no screen`);
  };
}

export default namespace('@ohos.measure', {
  measureText: needsScreen('measureText'),
  measureTextSize: needsScreen('measureTextSize'),
});
