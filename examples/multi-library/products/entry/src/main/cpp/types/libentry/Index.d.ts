/** Computes a formula such as `2 ^ 10`. Throws an error of code FORMULA when it is none. */
export const evaluate: (formula: string) => number;
