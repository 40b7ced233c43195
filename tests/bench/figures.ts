/** The middle one, or 0 of none. */
export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const round = (value: number, digits = 2) => Number(value.toFixed(digits));
