// Numbers about numbers.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

export const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The number that a share of all do not exceed; `share` is from 0 to 1. */
export const quantile = (numbers, share) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

export const median = (numbers) => quantile(numbers, 0.5);

/** Right for ratios: half as much and twice as much make 1. */
export const geometricMean = (ratios) => Math.exp(mean(ratios.map(Math.log)));

/** Counts are compared with one added to each, so that none is no division by nothing. */
export const countRatio = (ours, theirs) => (ours + 1) / (theirs + 1);
