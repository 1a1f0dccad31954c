/** How many formulas were computed in this process. */
export const evaluations: () => number;
