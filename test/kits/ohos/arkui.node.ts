/** `@ohos.arkui.node`: nodes that code makes, content of dialogs, lengths and colours. Nodes that draw need a screen, and are not here. */
import type * as Components from '../../engine/arkui-exports.ts';
import { host } from '../host.ts';
import { lazy, standIn } from '../lazy.ts';
import type * as Metrics from '../metrics.ts';

export const ComponentContent: typeof Components.ComponentContent = standIn(() => host().component('ComponentContent'));
export const BuilderNode: typeof Components.BuilderNode = standIn(() => host().component('BuilderNode'));
export const FrameNode: typeof Components.FrameNode = standIn(() => host().component('FrameNode'));
export const NodeController: typeof Components.NodeController = standIn(() => host().component('NodeController'));
export const LengthMetrics: typeof Metrics.LengthMetrics = lazy('./metrics', 'LengthMetrics');
export const ColorMetrics: typeof Metrics.ColorMetrics = lazy('./metrics', 'ColorMetrics');
export const LengthUnit: typeof Metrics.LengthUnit = lazy('./metrics', 'LengthUnit');
