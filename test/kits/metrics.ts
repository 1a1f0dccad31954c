/** LengthMetrics and ColorMetrics: a length with its unit, a colour with its parts. */
import { parameterError } from './business-error.ts';
import { isResource, resourceText } from './resource-values.ts';
import type { Resource } from './resource.ts';

export const LengthUnit = { PX: 0, VP: 1, FP: 2, PERCENT: 3, LPX: 4 } as const;

export class LengthMetrics {
  readonly value: number;
  readonly unit: number;

  constructor(value: number, unit: number = LengthUnit.VP) {
    this.value = value;
    this.unit = unit;
  }

  static px(value: number): LengthMetrics {
    return new LengthMetrics(value, LengthUnit.PX);
  }

  static vp(value: number): LengthMetrics {
    return new LengthMetrics(value, LengthUnit.VP);
  }

  static fp(value: number): LengthMetrics {
    return new LengthMetrics(value, LengthUnit.FP);
  }

  static percent(value: number): LengthMetrics {
    return new LengthMetrics(value, LengthUnit.PERCENT);
  }

  static lpx(value: number): LengthMetrics {
    return new LengthMetrics(value, LengthUnit.LPX);
  }

  static resource(value: Resource): LengthMetrics {
    const found = /^(-?[\d.]+)(px|vp|fp|lpx|%)?$/.exec(resourceText(value));
    if (found === null) throw new Error(`the resource ${resourceText(value)} is no length`);
    const units: Record<string, number> = { px: 0, vp: 1, fp: 2, '%': 3, lpx: 4 };
    const number = Number(found[1]);
    return new LengthMetrics(found[2] === '%' ? number / 100 : number, units[found[2] ?? 'vp'] ?? LengthUnit.VP);
  }
}

type Parts = readonly [red: number, green: number, blue: number, alpha: number];

/** Values of the enumeration Color. */
const named = [
  0xffffff, 0x000000, 0x0000ff, 0xa52a2a, 0x808080, 0x008000, 0x808080, 0xffa500, 0xffc0cb, 0xff0000, 0xffff00,
] as const;
const transparent = 11;

export class ColorMetrics {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;

  constructor([red, green, blue, alpha]: Parts) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.alpha = alpha;
  }

  /** As `rgba(r,g,b,a)`. */
  get color(): string {
    return `rgba(${this.red},${this.green},${this.blue},${this.alpha / 255})`;
  }

  /** A number as 0xRRGGBB, or 0xAARRGGBB. */
  static numeric(value: number): ColorMetrics {
    return new ColorMetrics(partsOf(value));
  }

  static rgba(red: number, green: number, blue: number, alpha = 1): ColorMetrics {
    const [r, g, b] = [red, green, blue].map((part) => Math.min(Math.max(Math.floor(part), 0), 255));
    return new ColorMetrics([r ?? 0, g ?? 0, b ?? 0, Math.round(Math.min(Math.max(alpha, 0), 1) * 255)]);
  }

  /** A member of Color, a number, a text or a resource. Throws a BusinessError for a text that is no colour. */
  static resourceColor(value: unknown): ColorMetrics {
    if (typeof value === 'number') {
      if (value === transparent) return new ColorMetrics([0, 0, 0, 0]);
      return ColorMetrics.numeric(named[value] ?? value);
    }
    return new ColorMetrics(parse(isResource(value) ? resourceText(value) : String(value)));
  }

  /** This colour under another one. */
  blendColor(over: ColorMetrics): ColorMetrics {
    const top = over.alpha / 255;
    const bottom = (this.alpha / 255) * (1 - top);
    const alpha = top + bottom;
    const mix = (upper: number, lower: number): number =>
      alpha === 0 ? 0 : Math.round((upper * top + lower * bottom) / alpha);
    return new ColorMetrics([
      mix(over.red, this.red),
      mix(over.green, this.green),
      mix(over.blue, this.blue),
      Math.round(alpha * 255),
    ]);
  }
}

function partsOf(value: number): Parts {
  const alpha = value > 0xffffff ? Math.floor(value / 0x1000000) & 255 : 255;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, alpha];
}

/** `#RGB`, `#ARGB`, `#RRGGBB`, `#AARRGGBB`, `rgb(...)` and `rgba(...)`. */
function parse(text: string): Parts {
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(text)?.[1];
  if (hex !== undefined) {
    const long = hex.length > 4 ? hex : [...hex].map((digit) => digit + digit).join('');
    const value = Number.parseInt(long, 16);
    const [red, green, blue] = partsOf(value);
    return [red, green, blue, long.length === 8 ? Number.parseInt(long.slice(0, 2), 16) : 255];
  }
  const parts = /^rgba?\(([^)]*)\)$/i.exec(text)?.[1]?.split(',').map(Number);
  if (parts === undefined || parts.length < 3 || parts.some(Number.isNaN)) {
    throw parameterError(`'${text}' is no colour`);
  }
  const { red, green, blue, alpha } = ColorMetrics.rgba(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 1);
  return [red, green, blue, alpha];
}
