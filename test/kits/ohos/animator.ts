/** `@ohos.animator`: an animator gives its last value with the next turn of the event loop; there are no frames before it. */
import { BusinessError, parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

interface Options {
  duration: number;
  easing: string;
  delay: number;
  fill: string;
  direction: string;
  iterations: number;
  begin: number;
  end: number;
}

/** What runs an animation. The handlers are the page's. */
export class AnimatorResult {
  onFrame: (progress: number) => void = () => undefined;
  onFinish: () => void = () => undefined;
  onCancel: () => void = () => undefined;
  onRepeat: () => void = () => undefined;
  /** The names of the handlers before API 12. */
  onframe: ((progress: number) => void) | undefined;
  onfinish: (() => void) | undefined;
  oncancel: (() => void) | undefined;
  onrepeat: (() => void) | undefined;
  #options: Options;
  #isBackward = false;
  #timer: NodeJS.Immediate | undefined;

  constructor(options: Options) {
    this.#options = checked(options);
  }

  reset(options: Options): void {
    this.#stop();
    this.#options = checked(options);
  }

  update(options: Options): void {
    this.reset(options);
  }

  play(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setImmediate(() => this.#last());
  }

  pause(): void {
    this.#stop();
  }

  /** Jumps to the end. */
  finish(): void {
    if (this.#timer === undefined) return;
    this.#stop();
    this.#last();
  }

  cancel(): void {
    if (this.#timer === undefined) return;
    this.#stop();
    (this.oncancel ?? this.onCancel)();
  }

  /** Plays from the end to the beginning. */
  reverse(): void {
    this.#isBackward = !this.#isBackward;
    this.play();
  }

  setExpectedFrameRateRange(_range: object): void {}

  #stop(): void {
    if (this.#timer !== undefined) clearImmediate(this.#timer);
    this.#timer = undefined;
  }

  #last(): void {
    this.#timer = undefined;
    const { begin, end, direction, fill, iterations } = this.#options;
    const turns = Math.max(iterations, 1) - 1;
    const isReverse = direction.endsWith('reverse') !== (direction.startsWith('alternate') && turns % 2 === 1);
    const isBackward = isReverse !== this.#isBackward;
    (this.onframe ?? this.onFrame)(isBackward ? begin : end);
    // One without end does not come to it.
    if (iterations < 0) return;
    if (fill === 'none' || fill === 'backwards') (this.onframe ?? this.onFrame)(isBackward ? end : begin);
    (this.onfinish ?? this.onFinish)();
  }
}

function checked(options: Options | undefined): Options {
  if (typeof options !== 'object') throw parameterError('an animator takes its options');
  if (typeof options.begin !== 'number' || typeof options.end !== 'number') {
    throw new BusinessError(401, 'Parameter error: begin and end of an animator must be numbers');
  }
  return { ...options, direction: options.direction ?? 'normal', fill: options.fill ?? 'none' };
}

/** `Animator.create`, and `UIContext.createAnimator`. */
export function create(options: Options): AnimatorResult {
  return new AnimatorResult(options);
}

export default namespace('@ohos.animator', { create, createAnimator: create });
