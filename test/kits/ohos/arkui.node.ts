/** `@ohos.arkui.node`: content of dialogs. Nodes that draw need a screen, and are not here. */
import type * as Components from '../../engine/arkui-exports.ts';
import { host } from '../host.ts';
import { standIn } from '../lazy.ts';

export const ComponentContent: typeof Components.ComponentContent = standIn(() => host().component('ComponentContent'));
