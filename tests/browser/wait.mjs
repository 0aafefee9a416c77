// Waiting for what a person would wait for, never for time.

import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

/** How long anything may take, in ms, on a machine that is busy with other things. */
export const PATIENCE = 20_000;

/**
 * Waits until what `read` gives is what is expected, and fails with the difference if it never is.
 *
 * @param {() => Promise<unknown>} read asks the page, which sets the pace
 */
export async function becomes(read, expected, words) {
  const deadline = Date.now() + PATIENCE;
  let found = await read();
  while (!isDeepStrictEqual(found, expected) && Date.now() < deadline) {
    // A server in this very process gets its turn, too.
    await setImmediate();
    found = await read();
  }
  assert.deepEqual(found, expected, words);
}
