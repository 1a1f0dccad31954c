/** `@ohos.pasteboard`: a pasteboard of this application alone. */
import { parameterError } from '../business-error.ts';
import { asyncForm, bothForms } from '../callbacks.ts';
import { host } from '../host.ts';
import { namespace } from '../namespace.ts';
import { mimeTypes, PasteData, PasteDataRecord } from '../paste-data.ts';

let held: PasteData | undefined;
const listeners = new Set<() => void>();

/** Listeners hear of a change after the code that made it. */
function set(data: PasteData | undefined): void {
  held = data;
  for (const listener of listeners) setImmediate(listener);
}

const functions = {
  setData: (data: PasteData): void => {
    if (!(data instanceof PasteData)) throw parameterError('The data must be a PasteData.');
    set(data.copy());
  },
  /** Empty data when there is none. */
  getData: (): PasteData => held?.copy() ?? new PasteData([]),
  hasData: (): boolean => (held?.getRecordCount() ?? 0) > 0,
  clearData: (): void => set(undefined),
};

function listener(kind: unknown, callback: unknown): () => void {
  if (kind !== 'update' || typeof callback !== 'function') throw parameterError(`There is no event '${String(kind)}'.`);
  return callback as () => void;
}

const board = namespace('SystemPasteboard', {
  ...bothForms(functions),
  hasDataType: (mimeType: string): boolean => held?.hasType(mimeType) ?? false,
  isRemoteData: (): boolean => false,
  getDataSource: (): string => (held === undefined ? '' : host().config.bundleName),
  on: (kind: string, callback: () => void): void => void listeners.add(listener(kind, callback)),
  off: (kind: string, callback?: () => void): void => {
    if (callback === undefined && kind === 'update') listeners.clear();
    else listeners.delete(listener(kind, callback));
  },
  /** The older names. */
  setPasteData: asyncForm(functions.setData),
  getPasteData: asyncForm(functions.getData),
  hasPasteData: asyncForm(functions.hasData),
  clear: asyncForm(functions.clearData),
});

const create = (mimeType: string) => (value: unknown) => new PasteData([new PasteDataRecord(mimeType, value)]);

export default namespace('@ohos.pasteboard', {
  ...mimeTypes,
  MAX_RECORD_NUM: 512,
  ShareOption: { INAPP: 0, LOCALDEVICE: 1, CROSSDEVICE: 2 },
  getSystemPasteboard: () => board,
  createData: (mimeType: string, value: unknown): PasteData => create(mimeType)(value),
  createRecord: (mimeType: string, value: unknown): PasteDataRecord => new PasteDataRecord(mimeType, value),
  /** The older names. */
  createPlainTextData: create(mimeTypes.MIMETYPE_TEXT_PLAIN),
  createHtmlData: create(mimeTypes.MIMETYPE_TEXT_HTML),
  createUriData: create(mimeTypes.MIMETYPE_TEXT_URI),
});
