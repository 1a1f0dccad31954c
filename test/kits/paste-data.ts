/** What the pasteboard holds: records, each with content of one kind. */
import { BusinessError, parameterError } from './business-error.ts';
import { asyncForm } from './callbacks.ts';

export const mimeTypes = {
  MIMETYPE_PIXELMAP: 'pixelMap',
  MIMETYPE_TEXT_HTML: 'text/html',
  MIMETYPE_TEXT_WANT: 'text/want',
  MIMETYPE_TEXT_PLAIN: 'text/plain',
  MIMETYPE_TEXT_URI: 'text/uri',
} as const;

const longestMime = 1024;

function checkMime(mimeType: unknown): string {
  if (typeof mimeType === 'string' && mimeType !== '' && mimeType.length <= longestMime) return mimeType;
  throw parameterError('The mimeType must be a string of 1 to 1024 characters.');
}

/** `PasteDataRecord`. */
export class PasteDataRecord {
  readonly mimeType: string;
  readonly htmlText: string = '';
  readonly plainText: string = '';
  readonly uri: string = '';
  readonly want: object | undefined = undefined;
  readonly pixelMap: object | undefined = undefined;
  readonly data: Record<string, ArrayBuffer> = {};

  constructor(mimeType: string, value: unknown) {
    this.mimeType = checkMime(mimeType);
    const text = (): string => {
      if (typeof value === 'string') return value;
      throw parameterError(`A value of ${mimeType} must be a string.`);
    };
    const object = (): object => {
      if (typeof value === 'object' && value !== null) return value;
      throw parameterError(`A value of ${mimeType} must be an object.`);
    };
    if (mimeType === mimeTypes.MIMETYPE_TEXT_HTML) this.htmlText = text();
    else if (mimeType === mimeTypes.MIMETYPE_TEXT_PLAIN) this.plainText = text();
    else if (mimeType === mimeTypes.MIMETYPE_TEXT_URI) this.uri = text();
    else if (mimeType === mimeTypes.MIMETYPE_TEXT_WANT) this.want = object();
    else if (mimeType === mimeTypes.MIMETYPE_PIXELMAP) this.pixelMap = object();
    else if (value instanceof ArrayBuffer) this.data = { [mimeType]: value };
    else throw parameterError(`A value of ${mimeType} must be an ArrayBuffer.`);
  }

  toPlainText(): string {
    return this.plainText || this.htmlText || this.uri;
  }

  readonly convertToTextV9 = asyncForm((): string => this.toPlainText());
}

/** `PasteDataProperty`. */
interface Property {
  additions: Record<string, unknown>;
  readonly mimeTypes: string[];
  tag: string;
  readonly timestamp: number;
  localOnly: boolean;
  shareOption: number;
}

const mostRecords = 512;

function checkRecord(record: unknown): PasteDataRecord {
  if (record instanceof PasteDataRecord) return record;
  throw parameterError('The record must be a PasteDataRecord.');
}

/** `PasteData`: the record that was added last comes first. */
export class PasteData {
  readonly #records: PasteDataRecord[];
  #property: Omit<Property, 'mimeTypes'> = {
    additions: {},
    tag: '',
    timestamp: Date.now(),
    localOnly: false,
    shareOption: 2,
  };

  constructor(records: readonly PasteDataRecord[]) {
    this.#records = [...records];
  }

  addRecord(recordOrMime: PasteDataRecord | string, value?: unknown): void {
    const record = typeof recordOrMime === 'string' ? new PasteDataRecord(recordOrMime, value) : recordOrMime;
    checkRecord(record);
    if (this.#records.length >= mostRecords)
      throw new BusinessError(12900002, 'The number of records exceeds the limit.');
    this.#records.unshift(record);
  }

  getRecord(index: number): PasteDataRecord {
    return this.#records[this.#checkIndex(index)] as PasteDataRecord;
  }

  removeRecord(index: number): void {
    this.#records.splice(this.#checkIndex(index), 1);
  }

  replaceRecord(index: number, record: PasteDataRecord): void {
    const place = this.#checkIndex(index);
    this.#records[place] = checkRecord(record);
  }

  getRecordCount(): number {
    return this.#records.length;
  }

  getMimeTypes(): string[] {
    return this.#records.map(({ mimeType }) => mimeType);
  }

  hasType(mimeType: string): boolean {
    return this.getMimeTypes().includes(checkMime(mimeType));
  }

  getPrimaryMimeType(): string {
    return this.#records[0]?.mimeType ?? '';
  }

  getPrimaryHtml(): string {
    return this.#records.find(({ htmlText }) => htmlText !== '')?.htmlText ?? '';
  }

  getPrimaryText(): string {
    return this.#records.find(({ plainText }) => plainText !== '')?.plainText ?? '';
  }

  getPrimaryUri(): string {
    return this.#records.find(({ uri }) => uri !== '')?.uri ?? '';
  }

  getPrimaryWant(): object | undefined {
    return this.#records.find(({ want }) => want !== undefined)?.want;
  }

  getPrimaryPixelMap(): object | undefined {
    return this.#records.find(({ pixelMap }) => pixelMap !== undefined)?.pixelMap;
  }

  getTag(): string {
    return this.#property.tag;
  }

  getProperty(): Property {
    return { ...this.#property, mimeTypes: this.getMimeTypes() };
  }

  /** Kinds and time are not to be set. */
  setProperty(property: Property): void {
    const { additions, tag, localOnly, shareOption } = property ?? {};
    const isRight =
      typeof additions === 'object' &&
      additions !== null &&
      typeof tag === 'string' &&
      typeof localOnly === 'boolean' &&
      typeof shareOption === 'number';
    if (!isRight) throw parameterError('The property must be a PasteDataProperty.');
    this.#property = { ...this.#property, additions, tag, localOnly, shareOption };
  }

  /** What later changes do not reach. */
  copy(): PasteData {
    const copy = new PasteData(this.#records);
    copy.#property = { ...this.#property };
    return copy;
  }

  #checkIndex(index: unknown): number {
    if (typeof index !== 'number') throw parameterError('The index must be a number.');
    if (index >= 0 && index < this.#records.length) return index;
    throw new BusinessError(12900001, 'The index is out of the record.');
  }
}
