/** `@ohos.file.statvfs`: room on the file system that holds a path. */
import { statfsSync } from 'node:fs';
import { pathOf } from '../files/arguments.ts';
import { fileForms } from '../files/errors.ts';
import { namespace } from '../namespace.ts';

export default namespace(
  '@ohos.file.statvfs',
  fileForms({
    /** Bytes. */
    getFreeSize: (path: string): number => {
      const { bsize, bfree } = statfsSync(pathOf(path));
      return bsize * bfree;
    },
    getTotalSize: (path: string): number => {
      const { bsize, blocks } = statfsSync(pathOf(path));
      return bsize * blocks;
    },
  }),
);
