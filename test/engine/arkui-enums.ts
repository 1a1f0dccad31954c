/** Enumerations of ArkUI. Values are consecutive from 0, except where a table says otherwise. */

/** Members from 0, in order. */
function sequence(names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name, index) => [name, index]));
}

/** Name of the enumeration to its members. */
export const enums: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Alignment: sequence('TopStart Top TopEnd Start Center End BottomStart Bottom BottomEnd'),
  Axis: sequence('Vertical Horizontal'),
  BarState: sequence('Off Auto On'),
  BorderStyle: sequence('Dotted Dashed Solid'),
  ButtonStyleMode: sequence('NORMAL EMPHASIZED TEXTUAL'),
  ButtonType: sequence('Capsule Circle Normal'),
  Color: sequence('White Black Blue Brown Gray Green Grey Orange Pink Red Yellow Transparent'),
  ColorMode: sequence('LIGHT DARK'),
  CopyOptions: sequence('None InApp LocalDevice'),
  Curve: sequence(
    'Linear Ease EaseIn EaseOut EaseInOut FastOutSlowIn LinearOutSlowIn FastOutLinearIn ExtremeDeceleration Sharp Rhythm Smooth Friction',
  ),
  Edge: sequence('Top Center Bottom Baseline Start Middle End'),
  EdgeEffect: sequence('Spring Fade None'),
  FlexAlign: sequence('Start Center End SpaceBetween SpaceAround SpaceEvenly'),
  FlexDirection: sequence('Row Column RowReverse ColumnReverse'),
  FlexWrap: sequence('NoWrap Wrap WrapReverse'),
  FontStyle: sequence('Normal Italic'),
  FontWeight: sequence('Lighter Normal Regular Medium Bold Bolder'),
  GestureMode: sequence('Sequence Parallel Exclusive'),
  GradientDirection: sequence('Left Top Right Bottom LeftTop LeftBottom RightTop RightBottom None'),
  HorizontalAlign: sequence('Start Center End'),
  ImageFit: sequence('Contain Cover Auto Fill ScaleDown None'),
  InputType: { Normal: 0, Number: 2, PhoneNumber: 3, Email: 5, Password: 7 },
  ItemAlign: sequence('Auto Start Center End Baseline Stretch'),
  ListItemAlign: sequence('Start Center End'),
  ProgressStyle: sequence('Linear Ring Eclipse ScaleRing Capsule'),
  ProgressType: sequence('Linear Ring Eclipse ScaleRing Capsule'),
  SafeAreaEdge: sequence('TOP BOTTOM START END'),
  SafeAreaType: sequence('SYSTEM CUTOUT KEYBOARD'),
  ScrollAlign: sequence('START CENTER END AUTO'),
  ScrollDirection: sequence('Vertical Horizontal None'),
  TextAlign: sequence('Center Start End JUSTIFY'),
  TextCase: sequence('Normal LowerCase UpperCase'),
  TextDecorationType: sequence('None Underline Overline LineThrough'),
  TextOverflow: sequence('None Clip Ellipsis MARQUEE'),
  ToggleType: sequence('Checkbox Switch Button'),
  TouchType: sequence('Down Up Move Cancel'),
  VerticalAlign: sequence('Top Center Bottom'),
  Visibility: sequence('Visible Hidden None'),
};
