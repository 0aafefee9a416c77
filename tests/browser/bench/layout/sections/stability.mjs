// How still single edits leave what they have nothing to do with.

import { edits } from "../edits.mjs";
import { OURS } from "../engines.mjs";
import { graphs } from "../graphs.mjs";
import { STABILITY_PEERS } from "../plan.mjs";
import { geometricMean, mean, quantile } from "../statistics.mjs";

const MOVED_BAR = 0.25, SWAPPED_BAR = 0.02, CROSSINGS_BAR = 1.15;

export async function stability({ arena, report, plan: { stability: part }, sources }) {
  const rows = [], kinds = [];
  for (const [size, seeds] of Object.entries(part.sizes)) {
    const chains = (await graphs(size, seeds, sources)).map(({ graph }, seed) => ({
      graph,
      steps: edits(graph, part.edits, seed).map((step) => ({ ...step, touched: [...step.touched] })),
    }));
    for (const engine of [OURS, ...STABILITY_PEERS]) {
      const results = [];
      let failure;
      for (const given of chains) {
        const { result, error } = await arena.run(engine, "chain", given, 60_000);
        failure ??= error;
        results.push(...result ?? []);
      }
      rows.push(row(report, size, engine, results, failure));
      if (engine === OURS) kinds.push(...byKind(size, results));
      report.data(`stability, ${size}, ${engine}`, results);
    }
  }
  report.table(
    `Stability: single edits in chains of ${part.edits}, each drawn like the drawing before (ours) or afresh (peers).
  "moved": untouched cards, mean, in widths of a card; the peers' drawings are first moved back as a whole by the
  median of their cards' moves, ours are taken as they are. "swapped": pairs of untouched cards of which one was left
  of or above the other and is now right of or below it. "crossings": to a fresh layout of the same graph.
  Untouched is a card whose links the edit leaves alone`,
    ["cards", "engine", "edits", "moved", "p95", "", "% swapped", "", "crossings", "worst", "", "flaws", "failed"], rows);
  report.table("Stability: ours by the kind of edit", ["cards", "edit", "edits", "moved", "% swapped", "crossings"], kinds);
}

function row(report, size, engine, results, failure) {
  if (results.length === 0) return [size, engine, 0, ...Array(9).fill("-"), failure];
  const of = (what) => results.map((result) => result[what]);
  const moved = mean(of("moved")), swapped = mean(of("swapped")), crossings = geometricMean(of("crossings"));
  const judge = (what, value, bar) => engine === OURS ? report.bar(`stability, ${size} cards: ${what}`, value, bar) : "-";
  return [size, engine, results.length,
    moved, quantile(of("moved"), 0.95), judge("moved, in widths of a card", moved, MOVED_BAR),
    100 * swapped, judge("share of pairs swapped", swapped, SWAPPED_BAR),
    crossings, Math.max(...of("crossings")), judge("crossings to a fresh layout's", crossings, CROSSINGS_BAR),
    engine === OURS ? results.reduce((sum, { flaws }) => sum + flaws, 0) : "-", failure ?? "-"];
}

function byKind(size, results) {
  return [...new Set(results.map(({ kind }) => kind))].sort().map((kind) => {
    const those = results.filter((result) => result.kind === kind);
    return [size, kind, those.length, mean(those.map(({ moved }) => moved)),
      100 * mean(those.map(({ swapped }) => swapped)), geometricMean(those.map(({ crossings }) => crossings))];
  });
}
