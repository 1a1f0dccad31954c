/** `@ohos.app.ability.dataUriUtils`: the id at the end of a URI. */
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

/** The URI without its id, and the id. */
function split(uri: string): [base: string, id: number] {
  const [, base, id] = /^(.*)\/(-?\d+)$/.exec(String(uri)) ?? [];
  if (base === undefined) throw parameterError(`'${uri}' has no id at its end.`);
  return [base, Number(id)];
}

function checkId(id: unknown): number {
  if (typeof id === 'number') return id;
  throw parameterError('The id must be a number.');
}

export default namespace('@ohos.app.ability.dataUriUtils', {
  getId: (uri: string): number => split(uri)[1],
  attachId: (uri: string, id: number): string => `${uri}/${checkId(id)}`,
  deleteId: (uri: string): string => split(uri)[0],
  updateId: (uri: string, id: number): string => `${split(uri)[0]}/${checkId(id)}`,
});
