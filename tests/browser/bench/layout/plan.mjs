// How much is measured: everything, or enough for a first impression.

import { CAREFUL, DOT, FAST, SLOW } from "./engines.mjs";

/**
 * `seeds` by size, each without and with loops. A `slow` peer gets as many graphs of a size as
 * stand there, a fast one (dot in both forms) all of them: at 1,000 cards dagre takes seconds a
 * graph, and at 5,000 everything but dot takes longer than the limit.
 */
const FULL = {
  speed: {
    sizes: { 20: 2, 50: 2, 200: 2, 1000: 1, 5000: 1 },
    slow: { 20: 4, 50: 4, 200: 4, 1000: 2, 5000: 1 },
    careful: 50,
    rounds: 3,
    budget: 250,
    opened: 7,
    edits: 12,
  },
  quality: {
    sizes: { real: 1, 20: 10, 50: 10, 200: 10, 1000: 10, 5000: 2 },
    slow: { real: 8, 20: 20, 50: 20, 200: 20, 1000: 2, 5000: 0 },
    careful: 50,
    leftToRight: ["real", 20, 50, 200, 1000],
  },
  stability: { sizes: { 50: 5, 200: 5 }, edits: 20 },
  worst: { limit: 20_000 },
  page: { rounds: 30, factors: 1000 },
};

const QUICK = {
  speed: {
    sizes: { 20: 1, 50: 1, 200: 1, 1000: 1 },
    slow: { 20: 1, 50: 1, 200: 1, 1000: 0 },
    careful: 0,
    rounds: 2,
    budget: 100,
    opened: 3,
    edits: 3,
  },
  quality: {
    sizes: { real: 1, 20: 3, 50: 3, 200: 3, 1000: 1 },
    slow: { real: 8, 20: 6, 50: 6, 200: 2, 1000: 0 },
    careful: 0,
    leftToRight: ["real", 50, 200],
  },
  stability: { sizes: { 50: 2, 200: 1 }, edits: 5 },
  worst: { limit: 1500 },
  page: { rounds: 5, factors: 1000 },
};

export const plan = (isQuick) => isQuick ? QUICK : FULL;

/** The peers that lay out the graph of this place in the list of its size. */
export function peersFor(part, size, at) {
  const slow = at < (part.slow[size] ?? 0) ? SLOW : [];
  const isSmall = size === "real" || Number(size) <= part.careful;
  return [...FAST, ...slow, ...(slow.length > 0 && isSmall ? CAREFUL : [])];
}

/** Who draws the edited graphs, beside ours. */
export const STABILITY_PEERS = [DOT, ...SLOW];
