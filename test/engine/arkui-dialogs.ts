/** Dialogs as ArkUI makes them: custom ones from builders, and the ready ones that are global. */
import { BusinessError } from '../kits/business-error.ts';
import { pageOverlays, showAlert, showPicker, showSheet } from '../kits/dialogs.ts';
import type { AlertOptions, SheetOptions } from '../kits/dialogs.ts';
import type { CustomDialogs } from '../kits/host.ts';
import { readingAs } from './arkui-cells.ts';
import { opaque } from './arkui-observe.ts';
import { openOverlay, overlaysAround } from './arkui-overlay.ts';
import { elementOf, makingDialog } from './arkui-struct.ts';

interface DismissAction {
  reason: number;
  dismiss(): void;
}

interface DialogOptions {
  builder?: () => void;
  cancel?: () => void;
  autoCancel?: boolean;
  onWillDismiss?: (action: DismissAction) => void;
  onDidAppear?: () => void;
  onDidDisappear?: () => void;
  onWillAppear?: () => void;
  onWillDisappear?: () => void;
}

/** DismissReason of the public API: the back key. */
const pressedBack = 0;

function dismissing({ cancel, onWillDismiss }: DialogOptions) {
  return (close: () => void): void => {
    if (onWillDismiss !== undefined) return onWillDismiss({ reason: pressedBack, dismiss: close });
    cancel?.();
    close();
  };
}

function closing({ onWillDisappear, onDidDisappear }: DialogOptions) {
  return (): void => {
    onWillDisappear?.();
    onDidDisappear?.();
  };
}

/** A dialog whose content a `@CustomDialog` struct describes. Lowering makes `builder` a function, and adds the owner. */
export class CustomDialogController {
  readonly [opaque] = true;
  readonly options: DialogOptions;
  readonly owner: object | undefined;
  shut: (() => void) | undefined;

  constructor(options: DialogOptions, owner?: object) {
    this.options = options;
    this.owner = owner;
  }

  open(): void {
    if (this.shut !== undefined) return;
    const { options } = this;
    const scope = this.owner === undefined ? undefined : elementOf(this.owner);
    const overlays = scope === undefined ? pageOverlays() : overlaysAround(scope);
    options.onWillAppear?.();
    const build = (): void => makingDialog(this, () => options.builder?.());
    this.shut = openOverlay(overlays, scope, build, {
      type: 'Dialog',
      dismissed: dismissing(options),
      closed: () => {
        this.shut = undefined;
        closing(options)();
      },
    });
    options.onDidAppear?.();
  }

  close(): void {
    this.shut?.();
  }

  getState(): number {
    // CommonState: APPEARED and DISAPPEARED.
    return this.shut === undefined ? 4 : 2;
  }
}

/** Content of a dialog that is made of a builder and its argument, which `update` changes. */
export class ComponentContent {
  readonly [opaque] = true;
  readonly wrapped: { builder: (...values: unknown[]) => void };
  argument: unknown;
  readonly hasArgument: boolean;

  constructor(_context: object, builder: { builder: (...values: unknown[]) => void }, ...rest: unknown[]) {
    this.wrapped = builder;
    this.hasArgument = rest.length > 0;
    this.argument = rest[0];
  }

  build(): void {
    if (this.hasArgument) this.wrapped.builder(this.argument);
    else this.wrapped.builder();
  }

  update(argument: unknown): void {
    this.argument = argument;
    shown.get(this)?.again();
  }

  reuse(argument: unknown): void {
    this.update(argument);
  }

  recycle(): void {}

  dispose(): void {
    shown.get(this)?.close();
  }

  updateConfiguration(): void {}
}

interface ShownDialog {
  close(): void;
  again(): void;
}

/** Open dialogs by id, and by their content. */
const shown = new Map<object | number, ShownDialog>();
let lastId = 0;

/** openCustomDialog and closeCustomDialog of promptAction. */
export const customDialogs: CustomDialogs = {
  open(what, options) {
    const isContent = what instanceof ComponentContent;
    const settings = (isContent ? options : what) as DialogOptions | undefined;
    const id = ++lastId;
    let close = (): void => undefined;
    const show = (): void => {
      const build = isContent ? (): void => what.build() : (settings?.builder ?? ((): void => undefined));
      close = openOverlay(pageOverlays(), undefined, () => readingAs(undefined, build), {
        type: 'Dialog',
        dismissed: dismissing(settings ?? {}),
        closed: () => {
          shown.delete(id);
          shown.delete(what);
          closing(settings ?? {})();
        },
      });
      const entry = { close: () => close(), again: () => (close(), show()) };
      shown.set(id, entry);
      shown.set(what, entry);
    };
    settings?.onWillAppear?.();
    show();
    settings?.onDidAppear?.();
    return id;
  },
  close(what) {
    const found = shown.get(what);
    if (found === undefined && typeof what !== 'number') {
      throw new BusinessError(103303, 'The ComponentContent is not found: it is in no open dialog');
    }
    found?.close();
  },
  update(what) {
    if (!shown.has(what)) throw new BusinessError(103303, 'The ComponentContent is not found: it is in no open dialog');
  },
};

interface DatePickerOptions {
  selected?: Date;
  onAccept?: (value: unknown) => void;
  onCancel?: () => void;
}

interface TextPickerOptions {
  range: unknown[];
  selected?: number;
  value?: string;
  onAccept?: (value: unknown) => void;
  onCancel?: () => void;
}

/** Nobody turns a picker's wheels here: it gives what was selected at first. */
function showDatePicker(options: DatePickerOptions = {}): void {
  const date = options.selected ?? new Date();
  const value = {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
  };
  showPicker('DatePickerDialog', options, date.toDateString(), () => ({ ...value }), date);
}

function showTimePicker(options: DatePickerOptions = {}): void {
  const date = options.selected ?? new Date();
  const value = { hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds() };
  showPicker('TimePickerDialog', options, date.toTimeString().slice(0, 5), () => ({ ...value }));
}

function showTextPicker(options: TextPickerOptions): void {
  const index = options.selected ?? Math.max(options.range.indexOf(options.value), 0);
  const value = options.range[index];
  showPicker('TextPickerDialog', options, String(value), () => ({ value, index }));
}

function showCalendarPicker(options: DatePickerOptions = {}): void {
  const date = options.selected ?? new Date();
  showPicker('CalendarPickerDialog', options, date.toDateString(), () => date);
}

/** Objects with `show`, and the class of controllers, that ArkUI makes global. */
export const dialogGlobals: Record<string, unknown> = {
  CustomDialogController,
  AlertDialog: { show: (options: AlertOptions) => showAlert(options) },
  ActionSheet: { show: (options: SheetOptions) => showSheet(options) },
  DatePickerDialog: { show: showDatePicker },
  TimePickerDialog: { show: showTimePicker },
  TextPickerDialog: { show: showTextPicker },
  CalendarPickerDialog: { show: showCalendarPicker },
};

/** The same by a UIContext. */
export const contextDialogs = {
  showAlertDialog: (options: AlertOptions): void => showAlert(options),
  showActionSheet: (options: SheetOptions): void => showSheet(options),
  showDatePickerDialog: showDatePicker,
  showTimePickerDialog: showTimePicker,
  showTextPickerDialog: showTextPicker,
};
