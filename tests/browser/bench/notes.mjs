// A large incident as a scribe would write it down: the same for the same number, every time.

/**
 * An outcome and its causes as indented notes, so many factors in all. Each has up to three causes,
 * and every eleventh has one more, a cause of a factor far away.
 *
 * @param {number} count from 1 up
 */
export function notes(count) {
  const lines = ["# A large incident", "Impact: Factor 1 was the outcome that all of this led to"];
  const write = (factor, depth) => {
    for (let cause = factor * 3 - 1; cause <= Math.min(factor * 3 + 1, count); cause += 1) {
      lines.push(`${"  ".repeat(depth)}- ${statement(cause)}`);
      write(cause, depth + 1);
      if (cause % 11 === 0 && cause < count) lines.push(`${"  ".repeat(depth + 1)}- ${statement(faraway(cause))}`);
    }
  };
  write(1, 0);
  return `${lines.join("\n")}\n`;
}

/** Statements of several lengths, as people's are. */
const statement = (factor) =>
  `Factor ${factor} ${["failed", "was not watched by anyone", "had been put off for a quarter, and again for another"][factor % 3]}`;

/** A later factor, and so never one that this one has a part in: no loop comes about. */
const faraway = (factor) => factor + 1;
