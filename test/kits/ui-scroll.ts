/** Swipes on a page without a screen: everything can be found as it is, so one that only scrolls has nothing to do. */
import { operate, pixels, currentTree } from './ui-session.ts';
import { shown } from './ui-facts.ts';
import { gesturesOf } from './ui-gestures.ts';
import type { UiNode } from './ui-tree.ts';

/** Components that a swipe changes. */
const moved = new Set([
  'Swiper',
  'Tabs',
  'Refresh',
  'Slider',
  'SideBarContainer',
  'Web',
  'XComponent',
  'TextPicker',
  'DatePicker',
  'TimePicker',
]);
/** Attributes by which a page hears of a touch or of scrolling. */
const heard =
  /^on(?:Touch|TouchIntercept|Scroll\w*|DidScroll|WillScroll|ReachStart|ReachEnd|VisibleAreaChange|Drag\w*|Item(?:Drag|Move)\w*|Change\w*Index)$|^swipeAction$/;

/** Gestures of a finger that does not move. */
const still = ['TapGesture', 'LongPressGesture'];

/**
 * Swipes over the page on show. Rejects with code 17000005 when a component of it would do more than scroll: what that is
 * depends on where the finger is.
 * @param name For that message.
 */
export function swipe(name: string): Promise<void> {
  return operate(name, async () => {
    const root = currentTree()?.root;
    if (root !== undefined && [...shown(root)].some(notices)) await pixels(name);
  });
}

function notices(node: UiNode): boolean {
  if (moved.has(node.type)) return true;
  if (Object.keys(node.attrs).some((name) => heard.test(name))) return true;
  return gesturesOf(node).some(({ type }) => !still.includes(type));
}
