// On screen, in the real page: what bench/page.mjs measures, and the bar for it.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PAGE_BENCH = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "page.mjs");
/** In ms. */
const MEDIAN_BAR = 33, LATE_BAR = 50;

export async function page({ report, plan: { page: part } }) {
  const folder = await mkdtemp(join(tmpdir(), "whyweb-bench-"));
  const file = join(folder, "page.json");
  try {
    await promisify(execFile)(process.execPath, [PAGE_BENCH, "--factors", `${part.factors}`,
      "--rounds", `${part.rounds}`, "--opens", "2", "--only", "adds", "--json", file]);
    const { rows, dropped } = JSON.parse(await readFile(file, "utf8"));
    const fix = rows.find(({ key }) => key === "fix");
    const verdict = [report.bar(`on screen: adding a card to ${part.factors}, median ms`, fix.median, MEDIAN_BAR),
      report.bar(`on screen: adding a card to ${part.factors}, p95 ms`, fix.p95, LATE_BAR)];
    report.table(`On screen: a web of ${part.factors} cards in the real page, key press to painted frame, ms, ${part.rounds} times;
  bars for a new card: median ${MEDIAN_BAR}, p95 ${LATE_BAR}. A frame is dropped where none is painted for 1/60 s`,
      ["what", "median", "p95", "worst", "frames dropped, median", "bar"],
      rows.map(({ key, what, median, p95, worst }) =>
        [what, median, p95, worst, dropped[key] ?? "-", key === "fix" ? verdict.join("; ") : "-"]));
    report.data("page", { rows, dropped });
  } finally {
    await rm(folder, { recursive: true });
  }
}
