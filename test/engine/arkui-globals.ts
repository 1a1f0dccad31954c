/** What ArkUI makes global beside the components: loops, resources, storage, gestures, enumerations, decorators. */
import { components } from '../build/ets-names.ts';
import { canIUse } from '../kits/capabilities.ts';
import { resource } from '../kits/resource.ts';
import { Sendable } from '../kits/sendable-classes.ts';
import { animateTo, focusControl, hostContext } from './arkui-context.ts';
import { enums } from './arkui-enums.ts';
import { ForEach, LazyForEach, Repeat } from './arkui-loops.ts';
import { Observed, Trace } from './arkui-observe.ts';
import { Computed, Monitor, ObservedV2 } from './arkui-computed.ts';
import * as controllers from './arkui-controllers.ts';
import * as effects from './arkui-effects.ts';
import { Environment } from './arkui-environment.ts';
import { RenderingContextSettings, screenClasses } from './arkui-screen.ts';
import { dialogGlobals } from './arkui-dialogs.ts';
import { LaunchMode, NavPathInfo, NavPathStack } from './nav-path-stack.ts';
import { AppStorageV2, PersistenceV2 } from './arkui-storage-v2.ts';
import { AppStorage, LocalStorage, PersistentStorage } from './arkui-storage.ts';
import type { AttributeChain } from './arkui-chain.ts';

type Builtin = (type: string, args: readonly unknown[]) => AttributeChain;

const gestures = [
  'TapGesture',
  'LongPressGesture',
  'PanGesture',
  'PinchGesture',
  'RotationGesture',
  'SwipeGesture',
  'GestureGroup',
];

/** Defines the globals. `builtin` places a component. */
export function defineGlobals(builtin: Builtin): void {
  const scope = globalThis as Record<string, unknown>;
  for (const name of components) scope[name] = (...args: unknown[]) => builtin(name, args);
  for (const [name, members] of Object.entries(enums)) scope[name] = Object.freeze({ ...members });
  for (const name of gestures) scope[name] = (...args: unknown[]) => gesture(name, args);
  Object.assign(scope, {
    Observed,
    ObservedV2,
    Sendable,
    Track: () => undefined,
    Trace,
    Computed,
    Monitor,
    AppStorageV2,
    PersistenceV2,
    NavPathStack,
    NavPathInfo,
    LaunchMode,
    ...controllers,
    ...effects,
    ...screenClasses,
    RenderingContextSettings,
    Environment,
    ...dialogGlobals,
    AppStorage,
    LocalStorage,
    PersistentStorage,
    ForEach,
    LazyForEach,
    Repeat,
    ListScroller: controllers.Scroller,
    TextAreaController: controllers.TextInputController,
    SearchController: controllers.TextInputController,
    $r: (name: string, ...parameters: unknown[]) => resource(name, parameters),
    $rawfile: (file: string) => resource(`app.rawfile.${file}`, [file]),
    canIUse,
    getContext: hostContext,
    animateTo,
    focusControl,
    // One pixel is one vp: there is no screen.
    vp2px: same,
    px2vp: same,
    fp2px: same,
    px2fp: same,
    px2lpx: same,
    lpx2px: same,
    wrapBuilder: (builder: unknown) => ({ builder }),
  });
}

function same(value: number): number {
  return value;
}

/** A gesture records its handlers, as components do: `onAction[0]()`. */
function gesture(type: string, args: readonly unknown[]): object {
  const record: { type: string; args: readonly unknown[]; attrs: Record<string, readonly unknown[]> } = {
    type,
    args,
    attrs: {},
  };
  const proxy: object = new Proxy(record, {
    get(target, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (name in target) return target[name as keyof typeof target];
      return (...values: unknown[]) => {
        target.attrs[name] = values;
        return proxy;
      };
    },
  });
  return proxy;
}
