/** `@ohos.file.environment`: the public folders of a user, which only PCs and tablets have. */
import { BusinessError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

function absent(): never {
  throw new BusinessError(801, 'Capability not supported.');
}

export default namespace('@ohos.file.environment', {
  getUserDownloadDir: absent,
  getUserDesktopDir: absent,
  getUserDocumentDir: absent,
});
