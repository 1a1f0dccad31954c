/** `@kit.ArkTS`. */
import type * as containers from '../containers.ts';
import { lazy } from '../lazy.ts';
import type Buffer from '../ohos/buffer.ts';
import type Taskpool from '../ohos/taskpool.ts';
import type Url from '../ohos/url.ts';
import type Util from '../ohos/util.ts';
import type Worker from '../ohos/worker.ts';

export const util: typeof Util = lazy('./ohos/util');
export const buffer: typeof Buffer = lazy('./ohos/buffer');
export const url: typeof Url = lazy('./ohos/url');
export const taskpool: typeof Taskpool = lazy('./ohos/taskpool');
export const worker: typeof Worker = lazy('./ohos/worker');
export const ArrayList: typeof containers.ArrayList = lazy('./containers', 'ArrayList');
export const Deque: typeof containers.Deque = lazy('./containers', 'Deque');
export const HashMap: typeof containers.HashMap = lazy('./containers', 'HashMap');
export const HashSet: typeof containers.HashSet = lazy('./containers', 'HashSet');
export const Queue: typeof containers.Queue = lazy('./containers', 'Queue');
export const Stack: typeof containers.Stack = lazy('./containers', 'Stack');
