export const convert: (value: number, from: string, to: string) => number;
