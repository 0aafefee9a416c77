// Waiting for what a person would wait for, never for time.

import assert from "node:assert/strict";
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
  while (!isDeepStrictEqual(found, expected) && Date.now() < deadline) found = await read();
  assert.deepEqual(found, expected, words);
}
