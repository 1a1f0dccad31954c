/** Swiper: all of its children are on show, as nothing hides them; which one is in front is a number. */
import { SwiperController } from './arkui-controllers.ts';
import type { UiElement } from './arkui-tree.ts';

const indexes = new WeakMap<UiElement, number>();

/** Makes an element a Swiper. */
export function becomeSwiper(item: UiElement, body: (() => void) | undefined): void {
  if (!item.isBuilt && body !== undefined) item.build(body);
  const [controller] = item.args;
  if (!(controller instanceof SwiperController)) return;
  controller.attach((to) => {
    const count = item.children.length;
    const current = indexes.get(item) ?? Number(item.attrs['index']?.[0] ?? 0);
    const loops = item.attrs['loop']?.[0] !== false;
    const wanted = to(current);
    const next = loops && count > 0 ? (wanted + count) % count : Math.min(Math.max(wanted, 0), count - 1);
    if (next === current) return;
    indexes.set(item, next);
    item.bindings['index']?.(next);
    const handler = item.attrs['onChange']?.[0];
    if (typeof handler === 'function') (handler as (index: number) => void)(next);
  });
}
