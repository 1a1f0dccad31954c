/** `ON`: which components UiTest looks for. */
import { parameterError } from './business-error.ts';
import { namespace } from './namespace.ts';
import {
  hintOf,
  idOf,
  isCheckable,
  isClickable,
  isEnabled,
  isSelected,
  shown,
  textOf,
  typeOf,
  valueOf,
} from './ui-facts.ts';
import { isFocused } from './ui-focus.ts';
import { gesture } from './ui-gestures.ts';
import { host } from './host.ts';
import type { UiNode } from './ui-tree.ts';

export const MatchPattern = {
  EQUALS: 0,
  CONTAINS: 1,
  STARTS_WITH: 2,
  ENDS_WITH: 3,
  REG_EXP: 4,
  REG_EXP_ICASE: 5,
} as const;

type Test = (node: UiNode) => boolean;

/** A component by its place among the others. */
interface Place {
  kind: 'before' | 'after' | 'within';
  on: On;
}

/** All conditions must hold. Each call gives a new object. */
export class On {
  readonly words: readonly string[];
  readonly tests: readonly Test[];
  readonly places: readonly Place[];

  constructor(words: readonly string[] = [], tests: readonly Test[] = [], places: readonly Place[] = []) {
    this.words = words;
    this.tests = tests;
    this.places = places;
  }

  text(text: string, pattern: number = MatchPattern.EQUALS): On {
    return and(this, `text '${text}'`, matcher('text', text, pattern, textOf));
  }

  id(id: string, pattern: number = MatchPattern.EQUALS): On {
    return and(this, `id '${id}'`, matcher('id', id, pattern, idOf));
  }

  key(key: string): On {
    return this.id(key);
  }

  type(type: string, pattern: number = MatchPattern.EQUALS): On {
    return and(this, `type '${type}'`, matcher('type', type, pattern, typeOf));
  }

  description(text: string, pattern: number = MatchPattern.EQUALS): On {
    const pick = (node: UiNode): string => String(node.attrs['accessibilityText']?.[0] ?? '');
    return and(this, `description '${text}'`, matcher('description', text, pattern, pick));
  }

  clickable(wanted = true): On {
    return flag(this, 'clickable', wanted, isClickable);
  }

  longClickable(wanted = true): On {
    return flag(this, 'longClickable', wanted, (node) => gesture(node, 'LongPressGesture') !== undefined);
  }

  scrollable(wanted = true): On {
    return flag(this, 'scrollable', wanted, isScrollable);
  }

  enabled(wanted = true): On {
    return flag(this, 'enabled', wanted, isEnabled);
  }

  checkable(wanted = true): On {
    return flag(this, 'checkable', wanted, isCheckable);
  }

  checked(wanted = true): On {
    return flag(this, 'checked', wanted, (node) => isCheckable(node) && valueOf(node) === true);
  }

  focused(wanted = true): On {
    return flag(this, 'focused', wanted, isFocused);
  }

  selected(wanted = true): On {
    return flag(this, 'selected', wanted, isSelected);
  }

  hint(text: string, pattern: number = MatchPattern.EQUALS): On {
    return and(this, `hint '${text}'`, matcher('hint', text, pattern, hintOf));
  }

  /** Stands before the first component that matches. */
  isBefore(on: On): On {
    return at(this, { kind: 'before', on });
  }

  /** Stands after the first component that matches. */
  isAfter(on: On): On {
    return at(this, { kind: 'after', on });
  }

  /** Stands inside a component that matches. */
  within(on: On): On {
    return at(this, { kind: 'within', on });
  }

  /** There is one window: that of the bundle under test. */
  inWindow(bundleName: string): On {
    if (typeof bundleName !== 'string') throw parameterError('ON.inWindow takes the name of a bundle');
    return and(this, `in a window of ${bundleName}`, () => bundleName === host().config.bundleName);
  }
}

/** Where every search starts: `ON.id('title')`. */
export const ON: On = named(new On());

/** Throws a BusinessError with code 401 for what is no condition. */
export function checkOn(on: unknown): void {
  if (!(on instanceof On)) throw parameterError(`a condition of ON is wanted, not ${String(on)}`);
}

/** The components in a tree that match, in the order of the tree. */
export function findAll(root: UiNode, on: On): UiNode[] {
  checkOn(on);
  const all = [...shown(root)];
  const found = all.filter((node) => on.tests.every((test) => test(node)));
  return on.places.reduce((rest, place) => keep(rest, place, root, all), found);
}

/** The conditions, for messages. */
export function describe(on: On): string {
  return on.words.length === 0 ? 'any component' : on.words.join(', ');
}

export function isScrollable(node: UiNode): boolean {
  return ['Scroll', 'List', 'Grid', 'WaterFlow', 'Swiper'].includes(node.type);
}

function keep(nodes: UiNode[], place: Place, root: UiNode, all: UiNode[]): UiNode[] {
  const anchors = findAll(root, place.on);
  if (place.kind === 'within') return nodes.filter((node) => anchors.some((anchor) => isInside(node, anchor)));
  const indexes = anchors.map((anchor) => all.indexOf(anchor));
  if (indexes.length === 0) return [];
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  return nodes.filter((node) => (place.kind === 'before' ? all.indexOf(node) < last : all.indexOf(node) > first));
}

function isInside(node: UiNode, container: UiNode): boolean {
  for (let one = node.parent; one !== undefined; one = one.parent) if (one === container) return true;
  return false;
}

function matcher(name: string, wanted: unknown, pattern: number, pick: (node: UiNode) => string): Test {
  if (typeof wanted !== 'string') throw parameterError(`ON.${name} takes a string, not ${String(wanted)}`);
  switch (pattern) {
    case MatchPattern.EQUALS:
      return (node) => pick(node) === wanted;
    case MatchPattern.CONTAINS:
      return (node) => pick(node).includes(wanted);
    case MatchPattern.STARTS_WITH:
      return (node) => pick(node).startsWith(wanted);
    case MatchPattern.ENDS_WITH:
      return (node) => pick(node).endsWith(wanted);
    case MatchPattern.REG_EXP:
    case MatchPattern.REG_EXP_ICASE: {
      const expression = new RegExp(wanted, pattern === MatchPattern.REG_EXP ? '' : 'i');
      return (node) => expression.test(pick(node));
    }
    default:
      throw parameterError(`ON.${name}: there is no MatchPattern ${String(pattern)}`);
  }
}

function and(on: On, word: string, test: Test): On {
  return named(new On([...on.words, word], [...on.tests, test], on.places));
}

function flag(on: On, name: string, wanted: boolean, test: Test): On {
  return and(on, wanted ? name : `not ${name}`, (node) => test(node) === wanted);
}

function at(on: On, place: Place): On {
  const words = [...on.words, `${place.kind} (${describe(place.on)})`];
  return named(new On(words, on.tests, [...on.places, place]));
}

/** A condition that the host does not have is an error, not `undefined`. */
function named(on: On): On {
  return namespace('ON of @ohos.UiTest', on);
}
