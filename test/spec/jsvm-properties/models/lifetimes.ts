/** A ledger of references, handles and finalizers: what must live, what must be gone after a collection. */
import type { Operation, Value } from '../driver.ts';

interface Tracked {
  count: number;
  deleted: boolean;
  /** Scopes, by depth, that hold a handle of it. */
  held: number[];
  collected: boolean;
}

export class LifetimeModel {
  readonly #tracked: Tracked[] = [];
  #depth = 0;

  /** Answers as the interpreter does; undefined where the collector decides. */
  apply([name, argument]: Operation): Value {
    const at = this.#tracked[argument as number];
    switch (name) {
      case 'track':
        this.#tracked.push({ count: argument as number, deleted: false, held: [], collected: false });
        return 'OK';
      case 'openScope':
        this.#depth++;
        return 'OK';
      case 'closeScope':
        this.#depth--;
        for (const entry of this.#tracked) entry.held = entry.held.filter((depth) => depth <= this.#depth);
        return 'OK';
      case 'collect':
        for (const entry of this.#tracked) entry.collected ||= !this.#kept(entry);
        return this.#tracked.filter(({ collected }) => collected).length;
      default:
        if (at === undefined) throw new Error(`no reference ${String(argument)}`);
        return this.#applyTo(at, name);
    }
  }

  #kept(entry: Tracked): boolean {
    return entry.held.length > 0 || (!entry.deleted && entry.count > 0);
  }

  #applyTo(entry: Tracked, name: string): Value {
    switch (name) {
      case 'ref':
        if (entry.collected) return ['OK', 0];
        entry.count++;
        return ['OK', entry.count];
      case 'unref':
        if (entry.count === 0) return ['GENERIC_FAILURE', -1];
        entry.count--;
        return ['OK', entry.count];
      case 'alive':
        return entry.collected ? 0 : 1;
      case 'hold':
        if (entry.collected) return 0;
        entry.held.push(this.#depth);
        return 1;
      case 'deleteReference':
        entry.deleted = true;
        return 'OK';
      default:
        throw new Error(`no operation ${name}`);
    }
  }

  /** Whether the reference can still be used. */
  usable(index: number): boolean {
    return this.#tracked[index]?.deleted === false;
  }

  /** Whether it is known if the object lives: something keeps it, or it was there to be collected and was. */
  certain(index: number): boolean {
    const entry = this.#tracked[index];
    return entry !== undefined && (entry.collected || this.#kept(entry));
  }

  /** How many objects are tracked: each is finalized once, at the latest with its env. */
  get size(): number {
    return this.#tracked.length;
  }

  get depth(): number {
    return this.#depth;
  }
}
