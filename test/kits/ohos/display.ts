/** `@ohos.display`: the one display that a page without pixels is written for, with one pixel a vp. */
import { withCallback } from '../business-error.ts';
import { namespace } from '../namespace.ts';

const display = namespace('Display', {
  id: 0,
  name: 'arkhost',
  alive: true,
  state: 2,
  refreshRate: 60,
  rotation: 0,
  orientation: 0,
  width: 360,
  height: 780,
  densityDPI: 160,
  densityPixels: 1,
  scaledDensity: 1,
  xDPI: 160,
  yDPI: 160,
  getCutoutInfo: () => Promise.resolve({ boundingRects: [], waterfallDisplayAreaRects: {} }),
});

type Callback<T> = (error: unknown, data: T | undefined) => void;

export default namespace('@ohos.display', {
  DisplayState: { STATE_UNKNOWN: 0, STATE_OFF: 1, STATE_ON: 2 },
  Orientation: { PORTRAIT: 0, LANDSCAPE: 1, PORTRAIT_INVERTED: 2, LANDSCAPE_INVERTED: 3 },
  FoldStatus: {
    FOLD_STATUS_UNKNOWN: 0,
    FOLD_STATUS_EXPANDED: 1,
    FOLD_STATUS_FOLDED: 2,
    FOLD_STATUS_HALF_FOLDED: 3,
  },
  getDefaultDisplaySync: () => display,
  getPrimaryDisplaySync: () => display,
  getDefaultDisplay: (callback?: Callback<typeof display>) => withCallback(Promise.resolve(display), callback),
  getAllDisplays: (callback?: Callback<(typeof display)[]>) => withCallback(Promise.resolve([display]), callback),
  getFoldStatus: () => 0,
  isFoldable: () => false,
  // Displays do not come, go or change here.
  on: (_event: string, _callback: () => void): void => undefined,
  off: (_event: string, _callback?: () => void): void => undefined,
});
