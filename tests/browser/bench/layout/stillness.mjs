// How still an edit leaves the cards that it has nothing to do with.

import { mean, median } from "./statistics.mjs";

/** Two cards this near in one direction, in px, are side by side in the other: neither is first. */
const LEVEL = 1;

/**
 * Compares the drawings before and after an edit.
 *
 * `moved` is the mean distance that untouched cards moved, in widths of a card. `swapped` is the
 * share of pairs of untouched cards of which one was left of or above the other and is now right
 * of or below it. With `isAligned` the drawing as a whole is moved back first, by the median of
 * its cards' moves: for engines that know nothing of the drawing before.
 */
export function stillness(before, after, touched, isAligned) {
  const places = new Map(before.nodes.map((node) => [node.id, node]));
  const pairs = after.nodes
    .filter(({ id }) => places.has(id) && !touched.has(id))
    .map((node) => [places.get(node.id), node]);
  const moves = pairs.map(([was, is]) => [is.x - was.x, is.y - was.y]);
  const shift = (axis) => isAligned ? median(moves.map((move) => move[axis])) : 0;
  const [right, down] = [shift(0), shift(1)];
  return {
    moved: mean(moves.map(([x, y], at) => Math.hypot(x - right, y - down) / pairs[at][0].width)),
    swapped: swapped(pairs),
  };
}

function swapped(pairs) {
  let [all, changed] = [0, 0];
  for (let a = 0; a < pairs.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      all += 1;
      if (isSwapped(pairs[a], pairs[b], "x") || isSwapped(pairs[a], pairs[b], "y")) changed += 1;
    }
  }
  return all === 0 ? 0 : changed / all;
}

function isSwapped([aWas, aIs], [bWas, bIs], axis) {
  const [was, is] = [aWas[axis] - bWas[axis], aIs[axis] - bIs[axis]];
  return Math.abs(was) >= LEVEL && Math.abs(is) >= LEVEL && was > 0 !== is > 0;
}
