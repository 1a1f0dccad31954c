/** `@ohos.uri`: identifiers by RFC 2396, which are opaque (`mailto:a@b.c`) or hierarchical. */
import { unescape } from 'node:querystring';
import { BusinessError, parameterError } from '../business-error.ts';
import { shown } from '../container-checks.ts';
import { namespace } from '../namespace.ts';

interface Parts {
  scheme: string | null;
  /** All between scheme and fragment of an opaque one. */
  opaque: string | null;
  authority: string | null;
  path: string | null;
  query: string | null;
  fragment: string | null;
}

const legal = /^[\w\-.!~*'();/?:@&=+$,#[\]%|{}^`\u0080-\uffff]*$/;

function checkText(...values: unknown[]): void {
  for (const value of values) {
    if (typeof value !== 'string') throw parameterError(`The type of ${shown(value)} must be string`);
  }
}

function invalid(reason: string): BusinessError {
  return new BusinessError(10200002, `Syntax Error. Invalid Uri string: ${reason}`);
}

function parse(text: string): Parts {
  if (text === '') throw invalid('uri is empty');
  if (!legal.test(text) || /%(?![\da-f]{2})/i.test(text)) throw invalid('there are characters that are not allowed');
  if ((text.match(/#/g) ?? []).length > 1) throw invalid('fragment contains a #');
  const found = /^(?:([^:/?#]*):)?([^#]*)(?:#(.*))?$/s.exec(text);
  const [, scheme = null, rest = '', fragment = null] = (found ?? []) as (string | undefined)[];
  if (scheme !== null && !/^[a-z][a-z\d+.-]*$/i.test(scheme)) throw invalid('scheme is not legal');
  if (scheme !== null && rest === '') throw invalid('there is nothing after the scheme');
  if (scheme !== null && !rest.startsWith('/') && !rest.startsWith('?')) {
    return { scheme, opaque: rest, authority: null, path: null, query: null, fragment };
  }
  const [, authority = null, path = '', query = null] = (/^(?:\/\/([^/?]*))?([^?]*)(?:\?(.*))?$/s.exec(rest) ?? []) as (
    | string
    | undefined
  )[];
  return { scheme, opaque: null, authority: authority === '' ? null : authority, path, query, fragment };
}

class DeviceUri {
  readonly parts: Parts;

  constructor(text: string) {
    checkText(text);
    this.parts = parse(text);
    const { port } = this;
    if (port !== '-1' && Number(port) > 65535) throw invalid('port is out of range');
  }

  /** An identifier of three parts; the second one is quoted where it has to be. */
  static createFromParts(scheme: string, specific: string, fragment: string): DeviceUri {
    checkText(scheme, specific, fragment);
    const end = fragment === '' ? '' : `#${encodeURIComponent(fragment)}`;
    return new DeviceUri(`${scheme}:${encodeURIComponent(specific)}${end}`);
  }

  get scheme(): string | null {
    return this.parts.scheme;
  }

  get authority(): string | null {
    return this.parts.authority;
  }

  get ssp(): string {
    const { opaque, authority, path, query } = this.parts;
    if (opaque !== null) return opaque;
    return `${authority === null ? '' : `//${authority}`}${path ?? ''}${query === null ? '' : `?${query}`}`;
  }

  get userInfo(): string | null {
    return /^(.*)@/.exec(this.parts.authority ?? '')?.[1] ?? null;
  }

  get host(): string | null {
    const host = (this.parts.authority ?? '').replace(/^.*@/, '').replace(/:\d*$/, '');
    return host === '' ? null : host;
  }

  /** `-1` when there is none. */
  get port(): string {
    return /:(\d+)$/.exec(this.parts.authority ?? '')?.[1] ?? '-1';
  }

  get path(): string | null {
    return this.parts.path;
  }

  get query(): string | null {
    return this.parts.query;
  }

  get fragment(): string | null {
    return this.parts.fragment;
  }

  equalsTo(other: DeviceUri): boolean {
    if (!(other instanceof DeviceUri)) throw parameterError(`The type of ${shown(other)} must be URI`);
    return this.toString() === other.toString();
  }

  equals(other: DeviceUri): boolean {
    return this.equalsTo(other);
  }

  checkIsAbsolute(): boolean {
    return this.scheme !== null;
  }

  checkRelative(): boolean {
    return this.scheme === null;
  }

  checkOpaque(): boolean {
    return this.parts.opaque !== null;
  }

  checkHierarchical(): boolean {
    return this.parts.opaque === null;
  }

  /** Without `.` and `..` in the path. */
  normalize(): DeviceUri {
    const path = this.parts.path ?? '';
    const kept: string[] = [];
    const segments = path.split('/');
    for (const segment of segments) {
      const before = kept.at(-1);
      if (segment === '..' && before !== undefined && before !== '' && before !== '..') kept.pop();
      else if (segment !== '.') kept.push(segment);
    }
    if (/^\.\.?$/.test(segments.at(-1) ?? '') && kept.at(-1) !== '') kept.push('');
    return this.with({ path: kept.join('/') });
  }

  getQueryNames(): string[] {
    return [...new Set(this.pairs().map(([name]) => name))];
  }

  getQueryValue(key: string): string | null {
    checkText(key);
    return this.pairs().find(([name]) => name === key)?.[1] ?? null;
  }

  getQueryValues(key: string): string[] {
    checkText(key);
    return this.pairs()
      .filter(([name]) => name === key)
      .map(([, value]) => value);
  }

  /** `false` and `0` are false, any other value is true. */
  getBooleanQueryValue(key: string, usual: boolean): boolean {
    if (typeof usual !== 'boolean') throw parameterError(`The type of ${shown(usual)} must be boolean`);
    const value = this.getQueryValue(key);
    return value === null ? usual : !['false', '0'].includes(value.toLowerCase());
  }

  addQueryValue(key: string, value: string): DeviceUri {
    checkText(key, value);
    const pair = `${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
    const { query } = this.parts;
    return this.with({ query: query === null || query === '' ? pair : `${query}&${pair}` });
  }

  clearQuery(): DeviceUri {
    return this.with({ query: null });
  }

  addSegment(segment: string): DeviceUri {
    checkText(segment);
    return this.addEncodedSegment(encodeURIComponent(segment));
  }

  addEncodedSegment(segment: string): DeviceUri {
    checkText(segment);
    const path = this.parts.path ?? '';
    return this.with({ path: `${path}${path.endsWith('/') ? '' : '/'}${segment}` });
  }

  getSegment(): string[] {
    return (this.parts.path ?? '')
      .split('/')
      .filter((segment) => segment !== '')
      .map(decoded);
  }

  getLastSegment(): string | null {
    return this.getSegment().at(-1) ?? null;
  }

  toString(): string {
    const { scheme, fragment } = this.parts;
    return `${scheme === null ? '' : `${scheme}:`}${this.ssp}${fragment === null ? '' : `#${fragment}`}`;
  }

  pairs(): [string, string][] {
    const { query } = this.parts;
    if (query === null || query === '') return [];
    return query.split('&').map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))];
    });
  }

  with(parts: Partial<Parts>): DeviceUri {
    const copy = new DeviceUri('/');
    Object.assign(copy.parts, this.parts, parts);
    return copy;
  }
}

/** Bytes that are no UTF-8 become characters that say so. */
function decoded(text: string): string {
  return unescape(text.replaceAll('+', ' '));
}

export default namespace('@ohos.uri', { URI: DeviceUri });
