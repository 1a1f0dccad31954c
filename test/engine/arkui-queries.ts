/** What a struct may ask of the place where it stands: its Navigation, its NavDestination, its page. */
import { router } from '../kits/router.ts';
import type { UiNode } from '../kits/ui-tree.ts';
import { CustomComponent } from './arkui-context.ts';
import { destinationInfo, stackOf } from './arkui-navigation.ts';
import { elementOf } from './arkui-struct.ts';

/** The nearest node around a struct for which there is an answer. */
function around<T>(self: object, pick: (node: UiNode) => T | undefined): T | undefined {
  return elementOf(self)?.find((item) => pick(item));
}

Object.assign(CustomComponent.prototype, {
  queryNavigationInfo(this: CustomComponent) {
    return around(this, (node) => {
      const pathStack = stackOf(node);
      return pathStack === undefined ? undefined : { navigationId: String(node.attrs['id']?.[0] ?? ''), pathStack };
    });
  },
  queryNavDestinationInfo(this: CustomComponent) {
    return around(this, (node) => destinationInfo(node));
  },
  queryRouterPageInfo(this: CustomComponent) {
    const state = router.getState();
    return state === undefined ? undefined : { context: this, ...state, state: 3, pageId: String(state.index) };
  },
});
