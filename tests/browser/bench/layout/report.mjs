// What was found: tables to read, bars that hold or not, and every number for a machine.

import { writeFile } from "node:fs/promises";
import { print, short } from "./table.mjs";

export class Report {
  #bars = [];
  #tables = [];
  #data = {};

  /** Prints a table now and keeps it for the file. */
  table(title, head, rows) {
    print(title, head, rows);
    this.#tables.push({ title, head, rows });
  }

  /** Keeps numbers for the file only. */
  data(name, value) {
    this.#data[name] = value;
  }

  /** Judges a number that must not exceed a limit; gives what to print beside it. */
  bar(what, value, limit) {
    const verdict = judged(value, limit);
    this.#bars.push({ what, value, limit, verdict });
    return verdict;
  }

  /** Prints all bars, those that are missed first. */
  sumUp() {
    const rows = this.#bars
      .toSorted((a, b) => isHeld(a) - isHeld(b))
      .map(({ what, value, limit, verdict }) => [what, value, limit, verdict]);
    const held = this.#bars.filter(isHeld).length;
    print(`Bars: ${held} of ${this.#bars.length} hold`, ["bar", "is", "at most", ""], rows);
  }

  /** Writes everything as JSON. */
  write(file, about) {
    const all = { about, bars: this.#bars, tables: this.#tables, data: this.#data };
    return writeFile(file, `${JSON.stringify(all, undefined, 1)}\n`);
  }
}

const isHeld = ({ verdict }) => verdict === "holds";

function judged(value, limit) {
  if (value === undefined || Number.isNaN(value)) return "not measured";
  if (value <= limit) return "holds";
  // Half as much again is easier told in per cent, many times as much in times.
  if (limit === 0) return `misses by ${short(value)}`;
  const over = value / limit;
  return over < 2 ? `misses by ${((over - 1) * 100).toFixed(over < 1.1 ? 1 : 0)} %` : `misses by ${short(over)} ×`;
}
