/** Names that ArkUI makes global. The parser needs the components; the lowering needs to know who uses which. */

/** Built-in components: each may be written with a `{ }` block of children. */
export const components: readonly string[] = [
  'AlphabetIndexer', 'Badge', 'Blank', 'Button', 'Calendar', 'CalendarPicker', 'Canvas', 'Checkbox', 'CheckboxGroup',
  'Circle', 'Column', 'ColumnSplit', 'ContainerSpan', 'Counter', 'DataPanel', 'DatePicker', 'Divider', 'Ellipse', 'Flex',
  'FlowItem', 'FolderStack', 'FormLink', 'Gauge', 'Grid', 'GridCol', 'GridItem', 'GridRow', 'Hyperlink', 'Image',
  'ImageAnimator', 'ImageSpan', 'Line', 'List', 'ListItem', 'ListItemGroup', 'LoadingProgress', 'Marquee', 'Menu',
  'MenuItem', 'MenuItemGroup', 'NavDestination', 'NavRouter', 'Navigation', 'Navigator', 'NodeContainer', 'Panel', 'Path',
  'PatternLock', 'Polygon', 'Polyline', 'Progress', 'QRCode', 'Radio', 'Rating', 'Rect', 'Refresh', 'RelativeContainer',
  'RichEditor', 'RichText', 'Row', 'RowSplit', 'Scroll', 'ScrollBar', 'Search', 'Select', 'Shape', 'SideBarContainer',
  'Slider', 'Span', 'Stack', 'StepperItem', 'Stepper', 'Swiper', 'SymbolGlyph', 'SymbolSpan', 'TabContent', 'Tabs', 'Text',
  'TextArea', 'TextClock', 'TextInput', 'TextPicker', 'TextTimer', 'TimePicker', 'Toggle', 'Video', 'WaterFlow', 'Web',
  'XComponent',
];

/** Functions and classes of ArkUI that are used without an import. */
export const uiFunctions: readonly string[] = [
  'ForEach', 'LazyForEach', 'Repeat', '$r', '$rawfile', 'AppStorage', 'LocalStorage', 'PersistentStorage', 'Observed', 'Track',
  'ObservedV2', 'Trace', 'Sendable', 'TapGesture', 'LongPressGesture', 'PanGesture', 'PinchGesture', 'RotationGesture',
  'SwipeGesture', 'GestureGroup', 'animateTo', 'getContext', 'vp2px', 'px2vp', 'fp2px', 'px2fp', 'Scroller', 'TabsController',
  'SwiperController', 'TextInputController', 'wrapBuilder',
];

/** Enumerations of ArkUI that are used without an import. Their values stand in the runtime. */
export const uiEnums: readonly string[] = [
  'Alignment', 'Axis', 'BarState', 'BorderStyle', 'ButtonStyleMode', 'ButtonType', 'Color', 'ColorMode',
  'CopyOptions', 'Curve', 'Edge', 'EdgeEffect', 'FlexAlign', 'FlexDirection', 'FlexWrap', 'FontStyle',
  'FontWeight', 'GestureMode', 'GradientDirection', 'HorizontalAlign', 'ImageFit', 'InputType', 'ItemAlign',
  'ListItemAlign', 'ProgressStyle', 'ProgressType', 'SafeAreaEdge', 'SafeAreaType', 'ScrollAlign',
  'ScrollDirection', 'TextAlign', 'TextCase', 'TextDecorationType', 'TextOverflow', 'ToggleType', 'TouchType',
  'VerticalAlign', 'Visibility',
];

/** Decorators that exist at build time only: dropped from functions, where JavaScript does not allow them. */
export const builderDecorators: readonly string[] = ['Builder', 'LocalBuilder', 'Concurrent', 'AnimatableExtend', 'Extend', 'Styles'];

/** The `compilerOptions.ets` table: what the parser may treat as a component, a builder or a style. */
export function etsOptions(): Record<string, unknown> {
  const extendable = components.map((name) => ({ name, type: `${name}Attribute`, instance: `${name}Instance` }));
  return {
    emitDecorators: [],
    libs: [],
    propertyDecorators: ['Link', 'Prop', 'ObjectLink', 'Consume'].map((name) => ({ name, needInitialization: false })),
    render: { method: ['build', 'pageTransition'], decorator: ['Builder', 'LocalBuilder'] },
    components: [...components],
    extend: { decorator: ['Extend', 'AnimatableExtend'], components: extendable },
    styles: {
      decorator: 'Styles',
      component: { name: 'Common', type: 'T', instance: 'CommonInstance' },
      property: 'stateStyles',
    },
    concurrent: { decorator: 'Concurrent' },
    customComponent: 'CustomComponent',
    syntaxComponents: {
      paramsUICallback: ['ForEach', 'LazyForEach'],
      attrUICallback: [{ name: 'Repeat', attributes: ['each', 'template'] }],
    },
  };
}
