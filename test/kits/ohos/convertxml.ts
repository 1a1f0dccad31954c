/** `@ohos.convertxml`: XML as objects. */
import { BusinessError, parameterError } from '../business-error.ts';
import { shown } from '../container-checks.ts';
import { namespace } from '../namespace.ts';
import { XmlError, tokensOf } from '../xml-tokens.ts';
import type { Token } from '../xml-tokens.ts';

/** Names of the parts of the result, and what is left out of it. */
interface Options {
  trim?: boolean;
  ignoreDeclaration?: boolean;
  ignoreInstruction?: boolean;
  ignoreAttributes?: boolean;
  ignoreComment?: boolean;
  ignoreCDATA?: boolean;
  ignoreDoctype?: boolean;
  ignoreText?: boolean;
  declarationKey?: string;
  instructionKey?: string;
  attributesKey?: string;
  textKey?: string;
  cdataKey?: string;
  doctypeKey?: string;
  commentKey?: string;
  parentKey?: string;
  typeKey?: string;
  nameKey?: string;
  elementsKey?: string;
}

const usual = {
  trim: false,
  ignoreDeclaration: false,
  ignoreInstruction: false,
  ignoreAttributes: false,
  ignoreComment: false,
  ignoreCDATA: false,
  ignoreDoctype: false,
  ignoreText: false,
  declarationKey: '_declaration',
  instructionKey: '_instruction',
  attributesKey: '_attributes',
  textKey: '_text',
  cdataKey: '_cdata',
  doctypeKey: '_doctype',
  commentKey: '_comment',
  parentKey: '_parent',
  typeKey: '_type',
  nameKey: '_name',
  elementsKey: '_elements',
};

type Node = Record<string, unknown>;

function checked(options: unknown): Required<Options> {
  if (typeof options !== 'object' || options === null) {
    throw parameterError(`The type of ${shown(options)} must be ConvertOptions`);
  }
  for (const [name, value] of Object.entries(options)) {
    const wanted = typeof usual[name as keyof typeof usual];
    if (name in usual && value !== undefined && typeof value !== wanted) {
      throw parameterError(`The type of ${name} must be ${wanted}`);
    }
  }
  return { ...usual, ...options };
}

function convert(xml: string, options: Options = {}): Node {
  if (typeof xml !== 'string') throw parameterError(`The type of ${shown(xml)} must be string`);
  const names = checked(options);
  try {
    return read(xml, names);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new BusinessError(10200002, `Invalid xml string. ${error.message}`);
  }
}

function read(xml: string, names: Required<Options>): Node {
  const root: Node = {};
  const open: Node[] = [root];
  for (const token of tokensOf(xml)) {
    if (token.kind === 'end') {
      open.pop();
      continue;
    }
    if (token.kind === 'declaration') {
      if (names.ignoreDeclaration) continue;
      root[names.declarationKey] = names.ignoreAttributes ? {} : { [names.attributesKey]: asObject(token.attributes) };
      continue;
    }
    const parent = open.at(-1) as Node;
    const node = nodeOf(token, parent, names);
    if (node !== undefined) ((parent[names.elementsKey] ??= []) as Node[]).push(node);
    if (token.kind === 'start') open.push(node ?? {});
  }
  return root;
}

function nodeOf(token: Token, parent: Node, names: Required<Options>): Node | undefined {
  const { typeKey, nameKey } = names;
  const leaf = (type: string, key: string, text: string): Node => ({ [typeKey]: type, [key]: text });
  const trimmed = (text: string): string => (names.trim ? text.trim() : text);
  switch (token.kind) {
    case 'start': {
      const node: Node = { [typeKey]: 'element', [nameKey]: token.name };
      if (parent[nameKey] !== undefined) node[names.parentKey] = parent[nameKey];
      const hasAttributes = token.attributes.length > 0 && !names.ignoreAttributes;
      if (hasAttributes) node[names.attributesKey] = asObject(token.attributes);
      return node;
    }
    case 'text':
      // Space between elements is none of their content.
      return names.ignoreText || token.text.trim() === ''
        ? undefined
        : leaf('text', names.textKey, trimmed(token.text));
    case 'cdata':
      return names.ignoreCDATA ? undefined : leaf('cdata', names.cdataKey, token.text);
    case 'comment':
      return names.ignoreComment ? undefined : leaf('comment', names.commentKey, trimmed(token.text));
    case 'doctype':
      return names.ignoreDoctype ? undefined : leaf('doctype', names.doctypeKey, token.text);
    case 'instruction':
      return names.ignoreInstruction
        ? undefined
        : { [typeKey]: 'instruction', [nameKey]: token.name, [names.instructionKey]: token.text };
    default:
      return undefined;
  }
}

function asObject(attributes: [string, string][]): Record<string, string> {
  return Object.fromEntries(attributes);
}

class ConvertXML {
  /** Of API 9. */
  convertToJSObject(xml: string, options?: Options): Node {
    return convert(xml, options);
  }

  /** Of API 14. */
  fastConvertToJSObject(xml: string, options?: Options): Node {
    return convert(xml, options);
  }

  /** Of API 8. */
  convert(xml: string, options?: Options): Node {
    return convert(xml, options);
  }
}

export default namespace('@ohos.convertxml', { ConvertXML });
