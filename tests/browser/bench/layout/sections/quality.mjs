// How good the drawings are.

import { DOT, OURS } from "../engines.mjs";
import { graphs } from "../graphs.mjs";
import { peersFor } from "../plan.mjs";
import { countRatio, geometricMean } from "../statistics.mjs";

const CROSSINGS_BAR = 1.0, ONE_GRAPH_BAR = 1.1, LENGTH_BAR = 1.05, AREA_BAR = 1.05;
/** So many crossings more than the best peer's are nothing on one graph. */
const SLACK = 2;

export async function quality(context) {
  const all = [];
  for (const isLeftToRight of [false, true]) all.push(...await oneDirection(context, isLeftToRight));
  context.report.data("quality", all);
}

async function oneDirection({ arena, report, plan: { quality: part }, sources }, isLeftToRight) {
  const way = isLeftToRight ? "left to right" : "top to bottom";
  const [best, flaws, peers, all] = [[], [], [], []];
  for (const [size, seeds] of sizesOf(part, isLeftToRight)) {
    const results = [];
    for (const [at, { name, graph }] of (await graphs(size, seeds, sources)).entries()) {
      const drawn = { [OURS]: (await arena.run(OURS, "quality", { graph, isLeftToRight })) };
      for (const peer of peersFor(part, size, at)) {
        drawn[peer] = await arena.run(peer, "quality", { graph, isLeftToRight });
      }
      results.push(compared(name, drawn));
    }
    best.push(bestRow(report, way, size, results));
    flaws.push(flawRow(report, way, size, results));
    peers.push(...peerRows(size, results));
    all.push(...results.map((result) => ({ way, size, ...result })));
  }
  report.table(
    `Quality, ${way}: ours to the best peer of each graph in crossings, (ours + 1) / (best + 1), and to dot in
  length and area; geometric means. "worst" is the graph with the highest ratio beyond a slack of ${SLACK} crossings`,
    ["cards", "graphs", "crossings", "", "worst", "on", "", "straight", "length", "", "area", "", "length to best", "area to best"], best);
  report.table(`Quality, ${way}: flaws in our drawings, all graphs together; "as drawn" has the curves in the place of straight pieces`,
    ["cards", "overlaps", "links through cards", "as drawn: crossings to straight pieces'", "as drawn: through cards", ""], flaws);
  report.table(`Quality, ${way}: each peer to ours on the graphs it drew (above 1: ours is better); flaws are theirs`,
    ["cards", "peer", "drew", "crossings", "straight", "length", "area", "overlaps", "through cards", "failed"], peers);
  return all;
}

const sizesOf = (part, isLeftToRight) => {
  // Objects give numbers first: the real ones would come last.
  const all = Object.entries(part.sizes).sort(([a], [b]) => (a === "real" ? 0 : a) - (b === "real" ? 0 : b));
  return isLeftToRight ? all.filter(([size]) => part.leftToRight.map(String).includes(size)) : all;
};

/** One graph: our metrics, the peers', and the least of the peers in each. */
function compared(name, drawn) {
  const { result: ours, error } = drawn[OURS];
  if (error) throw new Error(`our engine on ${name}: ${error}`);
  const peers = {}, failed = {};
  for (const [peer, { result, error }] of Object.entries(drawn)) {
    if (peer === OURS) continue;
    if (error) failed[peer] = error;
    else peers[peer] = result;
  }
  const least = (what) => Math.min(...Object.values(peers).map((metrics) => metrics[what]));
  const best = { crossings: least("crossings"), straight: least("straightCrossings"), length: least("length"), area: least("area") };
  return { name, ours, peers, failed, best };
}

const crossingsRatio = ({ ours, best }) => countRatio(ours.crossings, best.crossings);
const isWithinSlack = ({ ours, best }) => ours.crossings <= best.crossings + SLACK;

function bestRow(report, way, size, results) {
  const of = (read) => geometricMean(results.map(read));
  const toDot = (what) => geometricMean(results.filter(({ peers }) => peers[DOT]).map(({ ours, peers }) => ours[what] / peers[DOT][what]));
  const crossings = of(crossingsRatio), length = toDot("length"), area = toDot("area");
  const outside = results.filter((result) => !isWithinSlack(result));
  const worst = outside.reduce((a, b) => a && crossingsRatio(a) >= crossingsRatio(b) ? a : b, undefined);
  const worstRatio = worst ? crossingsRatio(worst) : 1;
  const judge = (what, value, bar) => report.bar(`quality, ${way}, ${size}: ${what}`, value, bar);
  return [size, results.length,
    crossings, judge("crossings to the best peer, mean", crossings, CROSSINGS_BAR),
    worstRatio, worst ? `${worst.name}: ${worst.ours.crossings} to ${worst.best.crossings}` : "none beyond",
    judge("crossings to the best peer, worst graph", worstRatio, ONE_GRAPH_BAR),
    of(({ ours, best }) => countRatio(ours.straightCrossings, best.straight)),
    length, judge("length to dot's", length, LENGTH_BAR),
    area, judge("area to dot's", area, AREA_BAR),
    of(({ ours, best }) => ours.length / best.length), of(({ ours, best }) => ours.area / best.area)];
}

function flawRow(report, way, size, results) {
  const sum = (read) => results.reduce((all, { ours }) => all + read(ours), 0);
  const overlaps = sum((m) => m.nodeOverlaps), through = sum((m) => m.edgeThroughNode);
  const throughAsDrawn = sum((m) => m.asDrawn.edgeThroughNode);
  return [size, overlaps, through,
    geometricMean(results.map(({ ours }) => countRatio(ours.asDrawn.crossings, ours.crossings))), throughAsDrawn,
    report.bar(`quality, ${way}, ${size}: overlaps and links through cards`, overlaps + through + throughAsDrawn, 0)];
}

function peerRows(size, results) {
  const names = new Set(results.flatMap(({ peers, failed }) => [...Object.keys(peers), ...Object.keys(failed)]));
  return [...names].map((peer) => {
    const drew = results.filter(({ peers }) => peers[peer]).map(({ ours, peers }) => [peers[peer], ours]);
    const errors = results.map(({ failed }) => failed[peer]).filter(Boolean);
    const of = (ratio) => drew.length > 0 ? geometricMean(drew.map(([a, b]) => ratio(a, b))) : undefined;
    const sum = (what) => drew.reduce((all, [theirs]) => all + theirs[what], 0);
    return [size, peer, drew.length,
      of((a, b) => countRatio(a.crossings, b.crossings)), of((a, b) => countRatio(a.straightCrossings, b.straightCrossings)),
      of((a, b) => a.length / b.length), of((a, b) => a.area / b.area),
      sum("nodeOverlaps"), sum("edgeThroughNode"), errors.length > 0 ? `${errors.length}: ${errors[0]}` : "-"];
  });
}
