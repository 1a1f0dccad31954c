export const add: (a: number, b: number) => number;
export const greet: (name: string) => string;
export const addLater: (a: number, b: number) => Promise<number>;
