// Tables on a terminal.

/** A number as short as it can be told. */
export const short = (number) => {
  if (number === undefined || Number.isNaN(number)) return "-";
  if (!Number.isFinite(number)) return String(number);
  const size = Math.abs(number);
  const digits = size >= 100 || Number.isInteger(number) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return number.toFixed(digits);
};

/** Prints a table: the first column is words, the others numbers or short words. */
export function print(title, head, rows) {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => typeof cell === "number" ? short(cell) : cell ?? "-"));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const isWord = head.map((_, column) => rows.every((row) => typeof row[column] !== "number"));
  console.log(`\n${title}`);
  for (const row of cells) {
    const line = row.map((cell, column) =>
      isWord[column] ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
    console.log(`  ${line.join("  ")}`.trimEnd());
  }
}
