/** Counter and Stepper: the buttons that these components have by themselves, as a device set to English shows them. */
import { plainButton, plainNode } from '../kits/overlay.ts';
import type { PlainNode } from '../kits/overlay.ts';
import { call } from '../kits/ui-facts.ts';
import type { UiNode } from '../kits/ui-tree.ts';
import type { UiElement } from './arkui-tree.ts';

type Body = (() => void) | undefined;

/** Puts a button of the component's own into its tree. */
function own(item: UiElement, node: PlainNode): UiNode {
  node.parent = item as unknown as PlainNode;
  return node;
}

/** A Counter: a button on each side of its content. */
export function becomeCounter(item: UiElement, body: Body): void {
  if (!item.isBuilt && body !== undefined) item.build(body);
  const button = (label: string, event: string, enabling: string): UiNode => {
    const node = plainNode('Button', undefined, { onClick: () => call(item, event) }, [plainNode('Text', label)]);
    // Attributes come after the component, and may change.
    Object.defineProperty(node.attrs, 'enabled', { get: () => item.attrs[enabling] ?? [true], enumerable: true });
    return own(item, node);
  };
  const [less, more] = [button('-', 'onDec', 'enableDec'), button('+', 'onInc', 'enableInc')];
  item.arrange = (children) => [less, ...children, more];
}

/** ItemState of the public API. */
const itemState = { disabled: 1, waiting: 2, skip: 3 } as const;

interface StepperState {
  index: number;
  /** The index that the page gave last. */
  given: unknown;
  /** The buttons on show, and what they were made for: UiTest must meet the same nodes when it looks again. */
  buttons: readonly UiNode[];
  madeFor: string;
}

const steppers = new WeakMap<UiElement, StepperState>();

/** A Stepper: one StepperItem is on show, with the buttons to the others. */
export function becomeStepper(item: UiElement, body: Body): void {
  const given = (item.args[0] as { index?: unknown } | undefined)?.index;
  const state = steppers.get(item) ?? { index: 0, given: undefined, buttons: [], madeFor: '' };
  steppers.set(item, state);
  if (given !== undefined && !Object.is(given, state.given)) {
    state.given = given;
    state.index = Number(given);
  }
  if (!item.isBuilt && body !== undefined) item.build(body);
  item.arrange = (children) => steps(item, state, children);
}

function steps(item: UiElement, state: StepperState, children: UiNode[]): UiNode[] {
  const pages = children.filter(({ type }) => type === 'StepperItem');
  const index = Math.min(Math.max(state.index, 0), pages.length - 1);
  const page = pages[index];
  if (page === undefined) return [];
  const status = page.attrs['status']?.[0];
  const isLast = index === pages.length - 1;
  const labels = [label(page, 'prevLabel', 'Back'), label(page, 'nextLabel', nextLabel(status, isLast))] as const;
  const madeFor = JSON.stringify([index, status, isLast, labels]);
  if (state.madeFor !== madeFor) {
    state.madeFor = madeFor;
    state.buttons = makeButtons(item, state, { index, status, isLast, labels });
  }
  return [page, ...state.buttons];
}

interface Step {
  index: number;
  status: unknown;
  isLast: boolean;
  labels: readonly [back: unknown, next: unknown];
}

function nextLabel(status: unknown, isLast: boolean): string {
  if (status === itemState.skip) return 'Skip';
  return isLast ? 'Start' : 'Next';
}

function makeButtons(item: UiElement, state: StepperState, step: Step): UiNode[] {
  const { index, status, isLast, labels } = step;
  const go = (to: number, event: string): void => {
    call(item, event, index, to);
    state.index = to;
    item.bindings['index']?.(to);
    call(item, 'onChange', index, to);
  };
  const buttons: PlainNode[] = [];
  if (index > 0) buttons.push(plainButton(labels[0], () => go(index - 1, 'onPrevious')));
  if (status === itemState.skip) {
    buttons.push(plainButton(labels[1], () => call(item, 'onSkip')));
  } else if (status !== itemState.waiting) {
    const next = (): void => (isLast ? call(item, 'onFinish') : go(index + 1, 'onNext'));
    buttons.push(plainButton(labels[1], next, status !== itemState.disabled));
  }
  return buttons.map((node) => own(item, node));
}

function label(page: UiNode, attribute: string, usual: string): unknown {
  return page.attrs[attribute]?.[0] ?? usual;
}
