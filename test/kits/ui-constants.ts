/** Enumerations of UiTest, and the list of points that several fingers touch. */
import { parameterError } from './business-error.ts';

export const ResizeDirection = {
  LEFT: 0,
  RIGHT: 1,
  UP: 2,
  DOWN: 3,
  LEFT_UP: 4,
  LEFT_DOWN: 5,
  RIGHT_UP: 6,
  RIGHT_DOWN: 7,
} as const;

export const DisplayRotation = { ROTATION_0: 0, ROTATION_90: 1, ROTATION_180: 2, ROTATION_270: 3 } as const;

export const UiDirection = { LEFT: 0, RIGHT: 1, UP: 2, DOWN: 3 } as const;

export const MouseButton = { MOUSE_BUTTON_LEFT: 0, MOUSE_BUTTON_RIGHT: 1, MOUSE_BUTTON_MIDDLE: 2 } as const;

interface Point {
  x: number;
  y: number;
}

const mostFingers = 10;
const mostSteps = 1000;

/** Where each finger is at each step; `Driver.injectMultiPointerAction` takes it. */
export class PointerMatrix {
  readonly #points: (Point | undefined)[][];

  private constructor(fingers: number, steps: number) {
    this.#points = Array.from({ length: fingers }, () => new Array<Point | undefined>(steps).fill(undefined));
  }

  /** @param fingers 1 to 10. @param steps 1 to 1000. Throws 401 for others. */
  static create(fingers: number, steps: number): PointerMatrix {
    if (!isWithin(fingers, mostFingers)) throw parameterError(`PointerMatrix.create: fingers is 1 to ${mostFingers}`);
    if (!isWithin(steps, mostSteps)) throw parameterError(`PointerMatrix.create: steps is 1 to ${mostSteps}`);
    return new PointerMatrix(fingers, steps);
  }

  /** Sets a point; counting starts at 0. Throws 401 for a finger or step that the matrix does not have. */
  setPoint(finger: number, step: number, point: Point): void {
    const row = this.#points[finger];
    if (row === undefined || !(step in row))
      throw parameterError('PointerMatrix.setPoint: there is no such finger or step');
    if (!isPlace(point?.x) || !isPlace(point.y))
      throw parameterError('PointerMatrix.setPoint: a point has x and y from 0');
    row[step] = { x: point.x, y: point.y };
  }
}

function isWithin(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

function isPlace(value: unknown): boolean {
  return typeof value === 'number' && value >= 0;
}
