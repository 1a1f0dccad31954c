/** `@ohos.file.securityLabel`: the label is an attribute of the file. */
import { existsSync } from 'node:fs';
import { pathOf } from '../files/arguments.ts';
import { ArgumentError, fileForms, checked, fileError } from '../files/errors.ts';
import { systemFiles } from '../files/system.ts';
import { namespace } from '../namespace.ts';

const labels = new Set(['s0', 's1', 's2', 's3', 's4']);
const attribute = 'user.security';

export default namespace(
  '@ohos.file.securityLabel',
  fileForms({
    setSecurityLabel: (path: string, label: string): void => {
      if (!labels.has(label)) throw new ArgumentError();
      checked(systemFiles('securityLabel.setSecurityLabel').setAttribute(pathOf(path), attribute, label));
    },
    /** `s3` for a file that never got a label. */
    getSecurityLabel: (path: string): string => {
      const file = pathOf(path);
      if (!existsSync(file)) throw fileError('ENOENT');
      const label = systemFiles('securityLabel.getSecurityLabel').getAttribute(file, attribute);
      return typeof label === 'string' ? label : 's3';
    },
  }),
);
