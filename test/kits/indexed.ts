/** Containers whose elements are reached by `container[3]`. */

/** How a container answers. Both throw for an index that it does not have. */
export interface Indexed {
  elementAt(index: number): unknown;
  setElementAt(index: number, value: unknown): void;
}

const index = /^-?(?:0|[1-9]\d*)$/;

/**
 * Makes a class answer to indexes. The proxy stands above the class in the chain of prototypes: it is asked only for
 * what no instance and no class below has, so that methods cost what they cost in any class.
 */
export function answerIndexes(type: abstract new (...values: never[]) => Indexed): void {
  const own = (receiver: unknown): receiver is Indexed => receiver instanceof type;
  const top = new Proxy(Object.create(Object.getPrototypeOf(type.prototype) as object) as object, {
    get(target, key, receiver) {
      if (typeof key === 'string' && index.test(key) && own(receiver)) return receiver.elementAt(Number(key));
      return Reflect.get(target, key, receiver) as unknown;
    },
    set(target, key, value, receiver) {
      if (typeof key !== 'string' || !index.test(key) || !own(receiver))
        return Reflect.set(target, key, value, receiver);
      receiver.setElementAt(Number(key), value);
      return true;
    },
  });
  Object.setPrototypeOf(type.prototype as object, top);
}
