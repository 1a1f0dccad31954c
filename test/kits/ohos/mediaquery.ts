/** `@ohos.mediaquery`: conditions about the one display of the host, which never change. */
import display from './display.ts';
import { namespace } from '../namespace.ts';

interface Result {
  matches: boolean;
  media: string;
}

const { width, height } = display.getDefaultDisplaySync();
const facts: Readonly<Record<string, string | number>> = {
  width,
  height,
  'device-width': width,
  'device-height': height,
  orientation: 'portrait',
  'device-type': 'default',
  'dark-mode': 'false',
  'round-screen': 'false',
  resolution: 1,
};

/** `(min-width: 320vp) and (orientation: landscape)`, with `and`, `or`, `not` and commas. */
function matches(condition: string): boolean {
  return condition.split(/,|\bor\b/).some((part) => {
    const isNot = /^\s*not\b/.test(part);
    return part.split(/\band\b/).every(holds) !== isNot;
  });
}

function holds(text: string): boolean {
  const feature = /\(\s*(min-|max-)?([\w-]+)\s*(:|<=|>=|<|>)\s*([\w.]+)\s*\)/.exec(text);
  // `screen`, or nothing that can fail.
  if (feature === null) return true;
  const [, bound, name = '', sign, wanted = ''] = feature;
  const fact = facts[name];
  if (fact === undefined) return false;
  if (typeof fact === 'string') return fact === wanted;
  const value = Number.parseFloat(wanted);
  if (bound === 'min-' || sign === '>=') return fact >= value;
  if (bound === 'max-' || sign === '<=') return fact <= value;
  if (sign === '<') return fact < value;
  return sign === '>' ? fact > value : fact === value;
}

export default namespace('@ohos.mediaquery', {
  matchMediaSync: (media: string): object => {
    const result: Result = { matches: matches(media), media };
    return namespace('MediaQueryListener', {
      ...result,
      // Told at once, as a device does; then nothing changes any more.
      on: (_event: string, callback: (result: Result) => void): void => callback({ ...result }),
      off: (_event: string, _callback?: (result: Result) => void): void => undefined,
    });
  },
});
