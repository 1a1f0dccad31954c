/** `@ohos.curves`: curves are kept as they are described; there are no frames for them to shape. */
import { namespace } from '../namespace.ts';

const Curve = {
  Linear: 0,
  Ease: 1,
  EaseIn: 2,
  EaseOut: 3,
  EaseInOut: 4,
  FastOutSlowIn: 5,
  LinearOutSlowIn: 6,
  FastOutLinearIn: 7,
  ExtremeDeceleration: 8,
  Sharp: 9,
  Rhythm: 10,
  Smooth: 11,
  Friction: 12,
} as const;

/** A curve that gives its input back at both ends, as all of them do. */
function curve(kind: string, values: readonly unknown[]): object {
  return { kind, values, interpolate: (fraction: number): number => Math.min(Math.max(fraction, 0), 1) };
}

export default namespace('@ohos.curves', {
  Curve,
  initCurve: (kind: number = Curve.Linear) => curve('init', [kind]),
  stepsCurve: (count: number, end: boolean) => curve('steps', [count, end]),
  customCurve: (interpolate: (fraction: number) => number) => ({ ...curve('custom', []), interpolate }),
  cubicBezierCurve: (...values: number[]) => curve('cubicBezier', values),
  springCurve: (...values: number[]) => curve('spring', values),
  springMotion: (...values: number[]) => curve('springMotion', values),
  responsiveSpringMotion: (...values: number[]) => curve('responsiveSpringMotion', values),
  interpolatingSpring: (...values: number[]) => curve('interpolatingSpring', values),
});
