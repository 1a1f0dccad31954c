/** `@kit.ArkTS`. */
import type * as lists from '../containers-lists.ts';
import type * as sorted from '../containers-sorted.ts';
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
export const List: typeof lists.List = lazy('./containers-lists', 'List');
export const LinkedList: typeof lists.LinkedList = lazy('./containers-lists', 'LinkedList');
export const TreeMap: typeof sorted.TreeMap = lazy('./containers-sorted', 'TreeMap');
export const TreeSet: typeof sorted.TreeSet = lazy('./containers-sorted', 'TreeSet');
export const PlainArray: typeof sorted.PlainArray = lazy('./containers-sorted', 'PlainArray');
