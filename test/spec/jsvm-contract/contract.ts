/** Reads the tables of the contract. */
import { FUNCTIONS } from './functions.ts';
import { CALLBACKS, ENUMS, HANDLES, STRUCTS } from './types.ts';

export interface Parameter {
  type: string;
  name: string;
  /** May be NULL. */
  optional: boolean;
}

export interface ContractFunction {
  /** `OH_JSVM_Init` */
  name: string;
  since: number;
  /** One of J I C T N G S L. */
  entry: string;
  /** Name of the group, which is a page of the contract. */
  group: string;
  /** Declared only when JSVM_EXPERIMENTAL is defined. */
  experimental: boolean;
  parameters: Parameter[];
}

export interface ContractEnum {
  name: string;
  since: number;
  members: { name: string; value: number; since: number }[];
}

export interface ContractStruct {
  name: string;
  size: number;
  alignment: number;
  fields: { name: string; offset: number }[];
}

export interface ContractCallback {
  name: string;
  returns: string;
  parameters: string;
  experimental: boolean;
}

const lines = (table: string): string[] => table.split('\n').filter((line) => line !== '');

/** Takes a line of a table apart, or says which line is malformed. */
function take(pattern: RegExp, line: string): string[] {
  const match = pattern.exec(line);
  if (match === null) throw new Error(`the contract's line "${line}" is malformed`);
  return match.slice(1).map((part) => part ?? '');
}

/** All functions, in the order of the header. */
export function contractFunctions(): ContractFunction[] {
  let group = '';
  const functions: ContractFunction[] = [];
  for (const line of lines(FUNCTIONS)) {
    if (line.startsWith('# ')) {
      group = line.slice(2);
      continue;
    }
    const [name, experimental, since, entry, list] = take(/^(\w+)(!?) (\d+) ([JICTNGSL]) \((.*)\)$/, line);
    const parameters = list === '' ? [] : (list ?? '').split(', ').map(readParameter);
    const rest = { since: Number(since), entry: entry ?? '', group, experimental: experimental === '!', parameters };
    functions.push({ name: `OH_JSVM_${name}`, ...rest });
  }
  return functions;
}

function readParameter(text: string): Parameter {
  const [type, name, optional] = take(/^(.+) (\w+)(\??)$/, text);
  return { type: type ?? '', name: name ?? '', optional: optional === '?' };
}

/** All enums. */
export function contractEnums(): ContractEnum[] {
  return lines(ENUMS).map((line) => {
    const [name, level, list] = take(/^(\w+) (\d+): (.*)$/, line);
    const members = (list ?? '').split(' ').map((member) => {
      const [label, value, since] = take(/^(\w+)=(\d+)(?:@(\d+))?$/, member);
      return { name: label ?? '', value: Number(value), since: Number(since || level) };
    });
    return { name: name ?? '', since: Number(level), members };
  });
}

/** All structs. */
export function contractStructs(): ContractStruct[] {
  return lines(STRUCTS).map((line) => {
    const [name, size, alignment, list] = take(/^(\w+) (\d+) (\d+): (.*)$/, line);
    const fields = (list ?? '').split(' ').map((field) => {
      const [label, offset] = take(/^(\w+)=(\d+)$/, field);
      return { name: label ?? '', offset: Number(offset) };
    });
    return { name: name ?? '', size: Number(size), alignment: Number(alignment), fields };
  });
}

/** All function pointer types. */
export function contractCallbacks(): ContractCallback[] {
  return lines(CALLBACKS).map((line) => {
    const [returns, name, experimental, parameters] = take(/^(\w+) (\w+)(!?) \((.*)\)$/, line);
    return {
      returns: returns ?? '',
      name: name ?? '',
      experimental: experimental === '!',
      parameters: parameters ?? '',
    };
  });
}

/** Names of all handles. */
export function contractHandles(): string[] {
  return HANDLES.trim().split(' ');
}
