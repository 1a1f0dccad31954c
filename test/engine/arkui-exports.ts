/** What `@kit.ArkUI` has of the component runtime. */
import { makeObserved, rawOf } from './arkui-observe.ts';
import { namespace } from '../kits/namespace.ts';
import { settle } from './arkui-tree.ts';

export { ComponentContent, customDialogs } from './arkui-dialogs.ts';
export { BuilderNode, FrameNode, NodeController } from './arkui-nodes.ts';
export { AppStorageV2, PersistenceV2 } from './arkui-storage-v2.ts';
export { uiContext } from './arkui-context.ts';

/** `@Type`: names the class of a field for the store on disk. There is none, so objects keep their classes by themselves. */
export function Type(_type: new () => object): (prototype: object, name: string) => void {
  return () => undefined;
}

/** `UIUtils`: the values behind observed ones, and observed views of plain ones. */
export const UIUtils = namespace('UIUtils', {
  getTarget: rawOf,
  makeObserved,
  makeV1Observed: makeObserved,
  enableV2Compatibility: (value: unknown) => value,
  applySync: (task: () => unknown): unknown => {
    const result = task();
    settle();
    return result;
  },
});
