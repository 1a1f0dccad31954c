/** Descriptions of what would be seen or felt: transitions, indicators, effects of symbols, options of gestures. Components take them as arguments. */

/** An object that keeps what it was told, by the name of the method: `new DotIndicator().itemWidth(3)`. */
class Told {
  readonly told: Record<string, readonly unknown[]> = {};

  protected tell(name: string, values: readonly unknown[]): this {
    this.told[name] = values;
    return this;
  }
}

/** A class with methods that describe, and return the object. */
function described(name: string, methods: string): new (...values: never[]) => Told {
  const type = { [name]: class extends Told {} }[name] as new (...values: never[]) => Told;
  const prototype = type.prototype as unknown as Record<string, unknown>;
  for (const method of methods.split(' ')) {
    prototype[method] = function (this: { tell(name: string, values: unknown[]): object }, ...values: unknown[]) {
      return this.tell(method, values);
    };
  }
  return type;
}

const places = 'left top right bottom start end';

export const DotIndicator = described(
  'DotIndicator',
  `${places} itemWidth itemHeight selectedItemWidth selectedItemHeight mask color selectedColor maxDisplayCount space`,
);
export const DigitIndicator = described(
  'DigitIndicator',
  `${places} fontColor selectedFontColor digitFont selectedDigitFont`,
);
export const Indicator = Object.assign(described('Indicator', places), {
  dot: (): object => new DotIndicator(),
  digit: (): object => new DigitIndicator(),
});

/** How a component comes and goes. It does so at once here. */
export class TransitionEffect {
  static readonly IDENTITY = new TransitionEffect('identity');
  static readonly OPACITY = new TransitionEffect('opacity', { opacity: 0 });
  static readonly SLIDE = new TransitionEffect('asymmetric');
  static readonly SLIDE_SWITCH = new TransitionEffect('slideSwitch');

  readonly type: string;
  readonly effect: unknown;
  param: object | undefined;
  combined: TransitionEffect | undefined;

  constructor(type: string, effect?: unknown) {
    this.type = type;
    this.effect = effect;
  }

  static translate(options: object): TransitionEffect {
    return new TransitionEffect('translate', options);
  }

  static rotate(options: object): TransitionEffect {
    return new TransitionEffect('rotate', options);
  }

  static scale(options: object): TransitionEffect {
    return new TransitionEffect('scale', options);
  }

  static opacity(alpha: number): TransitionEffect {
    return new TransitionEffect('opacity', alpha);
  }

  static move(edge: number): TransitionEffect {
    return new TransitionEffect('move', edge);
  }

  static asymmetric(appear: TransitionEffect, disappear: TransitionEffect): TransitionEffect {
    return new TransitionEffect('asymmetric', { appear, disappear });
  }

  animation(param: object): this {
    this.param = param;
    return this;
  }

  combine(other: TransitionEffect): this {
    this.combined = other;
    return this;
  }
}

/** Base of the effects of SymbolGlyph. */
export class SymbolEffect {}

export class ScaleSymbolEffect extends SymbolEffect {
  scope: number | undefined;
  direction: number | undefined;

  constructor(scope?: number, direction?: number) {
    super();
    this.scope = scope;
    this.direction = direction;
  }
}

export class BounceSymbolEffect extends ScaleSymbolEffect {}

export class HierarchicalSymbolEffect extends SymbolEffect {
  fillStyle: number | undefined;

  constructor(fillStyle?: number) {
    super();
    this.fillStyle = fillStyle;
  }
}

export class AppearSymbolEffect extends SymbolEffect {
  scope: number | undefined;

  constructor(scope?: number) {
    super();
    this.scope = scope;
  }
}

export class DisappearSymbolEffect extends AppearSymbolEffect {}
export class ReplaceSymbolEffect extends AppearSymbolEffect {}
export class PulseSymbolEffect extends SymbolEffect {}

/** What a PanGesture listens to. */
export class PanGestureOptions {
  fingers: number;
  direction: number;
  distance: number;

  constructor({
    fingers = 1,
    direction = 15,
    distance = 5,
  }: {
    fingers?: number;
    direction?: number;
    distance?: number;
  } = {}) {
    this.fingers = fingers;
    this.direction = direction;
    this.distance = distance;
  }

  setDirection(value: number): void {
    this.direction = value;
  }

  setDistance(value: number): void {
    this.distance = value;
  }

  setFingers(value: number): void {
    this.fingers = value;
  }

  getDirection(): number {
    return this.direction;
  }
}

/** Colours and where they begin, for a DataPanel or a Slider. */
export class LinearGradient {
  readonly stops: readonly object[];

  constructor(stops: readonly object[]) {
    this.stops = stops;
  }
}
