/** Dialogs of the system: alerts, action sheets, menus, pickers. Their texts are found, and their buttons can be clicked. */
import { topAbilityStage } from './abilities.ts';
import { BusinessError } from './business-error.ts';
import { announce } from './ui-events.ts';
import { textOf } from './ui-facts.ts';
import { openPlain, plainButton, plainNode, plainText } from './overlay.ts';
import type { Overlay, PlainNode } from './overlay.ts';

type Action = ((value?: unknown) => void) | undefined;

/** A button of an alert. */
export interface AlertButton {
  value: unknown;
  action?: () => void;
  enabled?: boolean;
}

/** What `AlertDialog.show` takes, in all of its forms. */
export interface AlertOptions {
  title?: unknown;
  subtitle?: unknown;
  message?: unknown;
  cancel?: () => void;
  onWillDismiss?: (action: { reason: number; dismiss: () => void }) => void;
  confirm?: AlertButton;
  primaryButton?: AlertButton;
  secondaryButton?: AlertButton;
  buttons?: AlertButton[];
}

export interface SheetOptions extends AlertOptions {
  sheets: { title: unknown; icon?: unknown; action?: () => void }[];
}

/** DismissReason of the public API: the back key. */
const pressedBack = 0;

/** What stands above the page on show. Throws a BusinessError with code 100001 without one. */
export function pageOverlays(): Overlay[] {
  const overlays = topAbilityStage()?.page?.overlays;
  if (overlays !== undefined) return overlays;
  throw new BusinessError(100001, 'Internal error. No page is on show; start an ability first');
}

/** Opens plain content; each of its buttons closes it before it acts. */
function open(
  type: string,
  make: (closing: (action: Action) => () => void) => (PlainNode | undefined)[],
  dismissed: (close: () => void) => void,
): void {
  let close = (): void => undefined;
  const closing = (action: Action) => (): void => {
    close();
    action?.();
  };
  const nodes = make(closing);
  close = openPlain(pageOverlays(), plainNode(type, undefined, {}, nodes), { dismissed });
  announce(
    'dialogShow',
    type,
    nodes.map((node) => (node?.type === 'Text' ? textOf(node) : '')).find((text) => text !== '') ?? '',
  );
}

/** Asks onWillDismiss, or closes and tells. */
function leave({ cancel, onWillDismiss }: AlertOptions) {
  return (close: () => void): void => {
    if (onWillDismiss !== undefined) return onWillDismiss({ reason: pressedBack, dismiss: close });
    close();
    cancel?.();
  };
}

/** `AlertDialog.show`. */
export function showAlert(options: AlertOptions): void {
  const { title, subtitle, message, confirm, primaryButton, secondaryButton, buttons = [] } = options;
  const all = [confirm, primaryButton, secondaryButton, ...buttons].filter((button) => button !== undefined);
  open(
    'AlertDialog',
    (closing) => [
      plainText(title),
      plainText(subtitle),
      plainText(message),
      ...all.map(({ value, action, enabled }) => plainButton(value, closing(action), enabled)),
    ],
    leave(options),
  );
}

/** `ActionSheet.show`. */
export function showSheet(options: SheetOptions): void {
  const { title, subtitle, message, confirm, sheets } = options;
  open(
    'ActionSheet',
    (closing) => [
      plainText(title),
      plainText(subtitle),
      plainText(message),
      ...sheets.map((sheet) => plainNode('Text', sheet.title, { onClick: closing(sheet.action) })),
      confirm === undefined ? undefined : plainButton(confirm.value, closing(confirm.action), confirm.enabled),
    ],
    leave(options),
  );
}

/** A choice: resolves with the index of the button, rejects when the user leaves it. */
export function choose(
  type: string,
  { title, message }: { title?: unknown; message?: unknown },
  buttons: readonly { text: unknown }[],
  cancel?: string,
): Promise<{ index: number }> {
  return new Promise((resolve, reject) => {
    const left = (): void => reject(new BusinessError(1, 'cancel'));
    open(
      type,
      (closing) => [
        plainText(title),
        plainText(message),
        ...buttons.map(({ text }, index) =>
          plainButton(
            text,
            closing(() => resolve({ index })),
          ),
        ),
        cancel === undefined ? undefined : plainButton(cancel, closing(left)),
      ],
      (close) => {
        close();
        left();
      },
    );
  });
}

interface PickerOptions {
  onAccept?: (value: unknown) => void;
  onCancel?: () => void;
  onDateAccept?: (value: unknown) => void;
}

/** A picker with the buttons that a device set to English shows. `read` gives what is chosen when OK is clicked, `date` the same for onDateAccept. */
export function showPicker(
  type: string,
  options: PickerOptions,
  text: string,
  read: () => unknown,
  date: Date = new Date(),
): void {
  const { onAccept, onCancel, onDateAccept } = options;
  open(
    type,
    (closing) => [
      plainText(text),
      plainButton('Cancel', closing(onCancel)),
      plainButton(
        'OK',
        closing(() => {
          onAccept?.(read());
          onDateAccept?.(new Date(date));
        }),
      ),
    ],
    (close) => {
      close();
      onCancel?.();
    },
  );
}

/** How long a toast stays at least and at most, and by itself, in milliseconds. */
const toastTimes = { least: 1500, most: 10_000 };
const toasts = new Map<number, () => void>();
let lastToast = 0;

/** Shows a toast while a page is on show. Returns its id. */
export function openToast(message: unknown, duration: number = toastTimes.least): number {
  const overlays = topAbilityStage()?.page?.overlays;
  const id = ++lastToast;
  if (overlays === undefined) return id;
  const text = plainNode('Text', message);
  announce('toastShow', 'Toast', textOf(text));
  const node = plainNode('Toast', undefined, {}, [text]);
  const close = openPlain(overlays, node, { staysOnBack: true });
  toasts.set(id, close);
  const time = Math.min(Math.max(duration, toastTimes.least), toastTimes.most);
  setTimeout(() => closeToast(id), time).unref();
  return id;
}

export function closeToast(id: number): void {
  toasts.get(id)?.();
  toasts.delete(id);
}
