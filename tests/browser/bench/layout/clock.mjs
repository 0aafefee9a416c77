// How long something takes when it is warm.

import { median } from "./statistics.mjs";

/**
 * Runs something until it is warm, and then some: up to `most` runs or `budget` ms, whichever is
 * first, and the first run always.
 *
 * @returns {Promise<{first: number, times: number[]}>} ms of the first run and of the later half of
 *   all others; if the first used the budget up, it is all there is
 */
export async function timed(run, { most = 40, budget = 500 } = {}) {
  const start = performance.now();
  await run();
  const first = performance.now() - start;
  const times = [];
  for (let spent = first; times.length < most && spent < budget; spent += times.at(-1)) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return { first, times: times.length === 0 ? [first] : times.slice(times.length >> 1) };
}

/** The median of the warm runs, in ms. */
export const warm = async (run, options) => median((await timed(run, options)).times);
