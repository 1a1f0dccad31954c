/** Controllers of components: they have a position, and no view to move. */
import { opaque } from './arkui-observe.ts';

/** Scrolling moves a number. */
export class Scroller {
  readonly [opaque] = true;
  offset = { xOffset: 0, yOffset: 0 };

  scrollTo(target: { xOffset: number | string; yOffset: number | string }): void {
    this.offset = { xOffset: Number(target.xOffset), yOffset: Number(target.yOffset) };
  }

  scrollBy(x: number, y: number): void {
    this.offset = { xOffset: this.offset.xOffset + x, yOffset: this.offset.yOffset + y };
  }

  /** Nothing is off the screen here. */
  scrollToIndex(_index: number): void {}

  scrollEdge(_edge: number): void {
    this.offset = { xOffset: 0, yOffset: 0 };
  }

  scrollPage(_options: object): void {}

  isAtEnd(): boolean {
    return true;
  }

  currentOffset(): { xOffset: number; yOffset: number } {
    return this.offset;
  }
}

export class TabsController {
  readonly [opaque] = true;
  select: (index: number) => void = () => undefined;

  /** Tabs that follow this controller. */
  attach(select: (index: number) => void): void {
    this.select = select;
  }

  changeIndex(value: number): void {
    this.select(value);
  }

  preloadItems(_indexes: number[]): Promise<void> {
    return Promise.resolve();
  }
}

export class SwiperController {
  readonly [opaque] = true;
  move: (to: (index: number) => number) => void = () => undefined;

  /** A Swiper that follows this controller. */
  attach(move: (to: (index: number) => number) => void): void {
    this.move = move;
  }

  showNext(): void {
    this.move((index) => index + 1);
  }

  showPrevious(): void {
    this.move((index) => index - 1);
  }

  changeIndex(index: number, _animated?: boolean): void {
    this.move(() => index);
  }

  finishAnimation(callback?: () => void): void {
    callback?.();
  }
}

/** Of TextInput, TextArea and Search. */
export class TextInputController {
  readonly [opaque] = true;
  caret = 0;

  caretPosition(value: number): void {
    this.caret = value;
  }

  setTextSelection(_start: number, end: number): void {
    this.caret = end;
  }

  getCaretOffset(): { index: number; x: number; y: number } {
    return { index: this.caret, x: 0, y: 0 };
  }

  stopEditing(): void {}
}

export class SubTabBarStyle {
  readonly content: unknown;

  constructor(content: unknown) {
    this.content = content;
  }

  static of(content: unknown): SubTabBarStyle {
    return new SubTabBarStyle(content);
  }
}

export class BottomTabBarStyle {
  readonly icon: unknown;
  readonly text: unknown;

  constructor(icon: unknown, text: unknown) {
    this.icon = icon;
    this.text = text;
  }

  static of(icon: unknown, text: unknown): BottomTabBarStyle {
    return new BottomTabBarStyle(icon, text);
  }
}
