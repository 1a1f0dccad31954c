/** `@ohos.arkui.modifier`. */
import { lazy, standIn } from '../lazy.ts';
import type * as Modifiers from '../modifiers.ts';

type Modifier = Modifiers.Modifier;

const modifierClass: typeof Modifiers.modifierClass = lazy('./modifiers', 'modifierClass');

/** Made when it is first used: a page uses few of them. */
function named(name: string): Modifier {
  return standIn(() => modifierClass(name));
}

export const CommonModifier: Modifier = named('CommonModifier');
export const AlphabetIndexerModifier: Modifier = named('AlphabetIndexerModifier');
export const BlankModifier: Modifier = named('BlankModifier');
export const ButtonModifier: Modifier = named('ButtonModifier');
export const CalendarPickerModifier: Modifier = named('CalendarPickerModifier');
export const CheckboxModifier: Modifier = named('CheckboxModifier');
export const CheckboxGroupModifier: Modifier = named('CheckboxGroupModifier');
export const CircleModifier: Modifier = named('CircleModifier');
export const ColumnModifier: Modifier = named('ColumnModifier');
export const ColumnSplitModifier: Modifier = named('ColumnSplitModifier');
export const ContainerSpanModifier: Modifier = named('ContainerSpanModifier');
export const CounterModifier: Modifier = named('CounterModifier');
export const DataPanelModifier: Modifier = named('DataPanelModifier');
export const DatePickerModifier: Modifier = named('DatePickerModifier');
export const DividerModifier: Modifier = named('DividerModifier');
export const EllipseModifier: Modifier = named('EllipseModifier');
export const GaugeModifier: Modifier = named('GaugeModifier');
export const GridModifier: Modifier = named('GridModifier');
export const GridColModifier: Modifier = named('GridColModifier');
export const GridItemModifier: Modifier = named('GridItemModifier');
export const GridRowModifier: Modifier = named('GridRowModifier');
export const HyperlinkModifier: Modifier = named('HyperlinkModifier');
export const ImageModifier: Modifier = named('ImageModifier');
export const ImageAnimatorModifier: Modifier = named('ImageAnimatorModifier');
export const ImageSpanModifier: Modifier = named('ImageSpanModifier');
export const LineModifier: Modifier = named('LineModifier');
export const ListModifier: Modifier = named('ListModifier');
export const ListItemModifier: Modifier = named('ListItemModifier');
export const ListItemGroupModifier: Modifier = named('ListItemGroupModifier');
export const LoadingProgressModifier: Modifier = named('LoadingProgressModifier');
export const MarqueeModifier: Modifier = named('MarqueeModifier');
export const MenuModifier: Modifier = named('MenuModifier');
export const MenuItemModifier: Modifier = named('MenuItemModifier');
export const NavDestinationModifier: Modifier = named('NavDestinationModifier');
export const NavigationModifier: Modifier = named('NavigationModifier');
export const NavigatorModifier: Modifier = named('NavigatorModifier');
export const NavRouterModifier: Modifier = named('NavRouterModifier');
export const PanelModifier: Modifier = named('PanelModifier');
export const PathModifier: Modifier = named('PathModifier');
export const PatternLockModifier: Modifier = named('PatternLockModifier');
export const PolygonModifier: Modifier = named('PolygonModifier');
export const PolylineModifier: Modifier = named('PolylineModifier');
export const ProgressModifier: Modifier = named('ProgressModifier');
export const QRCodeModifier: Modifier = named('QRCodeModifier');
export const RadioModifier: Modifier = named('RadioModifier');
export const RatingModifier: Modifier = named('RatingModifier');
export const RectModifier: Modifier = named('RectModifier');
export const RefreshModifier: Modifier = named('RefreshModifier');
export const RichEditorModifier: Modifier = named('RichEditorModifier');
export const RowModifier: Modifier = named('RowModifier');
export const RowSplitModifier: Modifier = named('RowSplitModifier');
export const ScrollModifier: Modifier = named('ScrollModifier');
export const SearchModifier: Modifier = named('SearchModifier');
export const SelectModifier: Modifier = named('SelectModifier');
export const ShapeModifier: Modifier = named('ShapeModifier');
export const SideBarContainerModifier: Modifier = named('SideBarContainerModifier');
export const SliderModifier: Modifier = named('SliderModifier');
export const SpanModifier: Modifier = named('SpanModifier');
export const StackModifier: Modifier = named('StackModifier');
export const StepperItemModifier: Modifier = named('StepperItemModifier');
export const StepperModifier: Modifier = named('StepperModifier');
export const SwiperModifier: Modifier = named('SwiperModifier');
export const SymbolGlyphModifier: Modifier = named('SymbolGlyphModifier');
export const SymbolSpanModifier: Modifier = named('SymbolSpanModifier');
export const TabContentModifier: Modifier = named('TabContentModifier');
export const TabsModifier: Modifier = named('TabsModifier');
export const TextModifier: Modifier = named('TextModifier');
export const TextAreaModifier: Modifier = named('TextAreaModifier');
export const TextClockModifier: Modifier = named('TextClockModifier');
export const TextInputModifier: Modifier = named('TextInputModifier');
export const TextPickerModifier: Modifier = named('TextPickerModifier');
export const TextTimerModifier: Modifier = named('TextTimerModifier');
export const TimePickerModifier: Modifier = named('TimePickerModifier');
export const ToggleModifier: Modifier = named('ToggleModifier');
export const VideoModifier: Modifier = named('VideoModifier');
export const WaterFlowModifier: Modifier = named('WaterFlowModifier');
