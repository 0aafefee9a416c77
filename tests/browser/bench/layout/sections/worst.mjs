// Graphs made to be hard. They must end, and soon.

import { FAST, OURS, OURS_IN_PAGE, SLOW } from "../engines.mjs";
import { mixed, seeded } from "../../../random.mjs";
import { LIMIT } from "../arena.mjs";

/** In ms. */
const BAR = 1000;

export async function worst({ arena, report, plan: { worst: part } }) {
  const rows = [];
  for (const [name, graph] of Object.entries(hardGraphs())) {
    const told = [name, graph.nodes.length, graph.edges.length];
    const flaws = await arena.run(OURS, "quality", { graph });
    for (const engine of [OURS, OURS_IN_PAGE]) {
      const { result, error } = await arena.run(engine, "once", { graph });
      told.push(result ?? error);
      // What did not end in time took at least as long.
      told.push(report.bar(`worst case, ${name}, ${engine}, ms`, result ?? LIMIT, BAR));
    }
    const { nodeOverlaps, edgeThroughNode } = flaws.result ?? {};
    told.push(flaws.error ?? report.bar(`worst case, ${name}: overlaps and links through cards`, nodeOverlaps + edgeThroughNode, 0));
    for (const peer of [...FAST, ...SLOW]) {
      const { result, error } = await arena.run(peer, "once", { graph }, part.limit);
      told.push(result ?? error);
    }
    rows.push(told);
  }
  report.table(`Worst cases: one layout, ms; a peer is ended after ${part.limit / 1000} s`,
    ["graph", "cards", "links", OURS, "", OURS_IN_PAGE, "", "no flaws", ...FAST, ...SLOW], rows);
}

function hardGraphs() {
  return {
    "complete bipartite 40 × 40": graph(80, all(40).flatMap((a) => all(40).map((b) => [a, 40 + b]))),
    "path of 5,000": graph(5000, all(4999).map((at) => [at, at + 1])),
    "star of 2,000": graph(2001, all(2000).map((at) => [at, 2000])),
    "1,000 alone": graph(1000, []),
    "one lump of 200": lump(200),
  };
}

const all = (count) => Array.from({ length: count }, (_, at) => at);

const graph = (count, ends) => ({
  nodes: all(count).map((at) => ({ id: `n${at}`, width: 160, height: 56 })),
  edges: ends.map(([source, target]) => ({ source: `n${source}`, target: `n${target}` })),
});

/** A ring through all cards, so that each leads to each, and as many links again across it. */
function lump(count) {
  const random = seeded(mixed(7));
  const ends = new Map(all(count).map((at) => [`${at}`, [at, (at + 1) % count]]));
  while (ends.size < 2 * count) {
    const [a, b] = [Math.floor(random() * count), Math.floor(random() * count)];
    if (a !== b && b !== (a + 1) % count) ends.set(`${a} ${b}`, [a, b]);
  }
  return graph(count, [...ends.values()]);
}
