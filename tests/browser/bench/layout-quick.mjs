// Our layout beside dot's in Node, without a browser: for whoever works on the engine and wants to
// know in seconds whether a change is for the better. What counts is `cargo xtask bench layout`.
// `cargo xtask bench layout --in-node` builds the engine first; by hand, add --sizes or --seeds.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { warm } from "./layout/clock.mjs";
import { edits } from "./layout/edits.mjs";
import { graphs } from "./layout/graphs.mjs";
import { ours } from "./layout/ours.mjs";
import { ENGINE, sharedModule } from "./layout/shared.mjs";
import { countRatio, geometricMean, mean } from "./layout/statistics.mjs";
import { stillness } from "./layout/stillness.mjs";
import { print } from "./layout/table.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "real,20,50,200,1000" },
    seeds: { type: "string", default: "10" },
    edits: { type: "string", default: "20" },
    build: { type: "string", default: "speed" },
    each: { type: "boolean", default: false },
  },
});

async function engine(build) {
  const folder = join(ENGINE, build);
  const glue = await import(pathToFileURL(join(folder, "whyweb_bench.js")));
  glue.initSync({ module: await readFile(join(folder, "whyweb_bench_bg.wasm")) });
  return glue;
}

const { causalGraph } = await sharedModule("gen.mjs");
const { metrics } = await sharedModule("metrics.mjs");
const { peers } = await sharedModule("peers.mjs");
const glue = await engine(options.build);
const [us, dot] = [ours(glue), await peers["dot-polyline"]()];

/** Both engines on one graph. */
async function compare({ name, graph }) {
  const [mine, theirs] = [us.layout(graph), await dot(graph)];
  const [m, d, drawn] = [metrics(mine()), metrics(theirs()), metrics(mine.asDrawn())];
  mine.free();
  const ms = await warm(() => us.layout(graph).free(), { budget: 200 });
  return {
    name, ms, m, d, drawn,
    crossings: countRatio(m.crossings, d.crossings),
    straight: countRatio(m.straightCrossings, d.straightCrossings),
    length: m.length / d.length,
    area: m.area / d.area,
  };
}

const QUALITY = ["size", "graphs", "ms", "crossings", "worst", "on", "straight", "length", "area", "overlaps", "through", "as drawn"];

function summary(size, results) {
  const of = (what) => geometricMean(results.map((result) => result[what]));
  const worst = results.reduce((a, b) => a.crossings > b.crossings ? a : b);
  const sum = (read) => results.reduce((all, result) => all + read(result), 0);
  return [size, results.length, of("ms"), of("crossings"), worst.crossings,
    `${worst.name}: ${worst.m.crossings} to ${worst.d.crossings}`, of("straight"), of("length"), of("area"),
    sum(({ m }) => m.nodeOverlaps), sum(({ m }) => m.edgeThroughNode), sum(({ drawn }) => drawn.edgeThroughNode)];
}

/** A chain of edits on one graph, each drawn like the one before. */
async function chain({ graph }, seed) {
  const web = us.web(graph);
  web.layout();
  web.keep();
  let before = web.drawing();
  const full = await warm(() => web.layout(), { budget: 100 });
  const results = [];
  for (const { graph: next, touched } of edits(graph, Number(options.edits), seed)) {
    web.edit(next);
    web.layout();
    const fresh = metrics(web.drawing());
    const ms = await warm(() => web.relayout(), { budget: 30, most: 7 });
    const after = web.drawing();
    web.keep();
    results.push({
      ...stillness(before, after, touched, false),
      crossings: countRatio(metrics(after).crossings, fresh.crossings),
      time: ms / full,
    });
    before = after;
  }
  web.free();
  return results;
}

const [rows, stable, all] = [[], [], []];
for (const size of options.sizes.split(",")) {
  const seeds = Number(options.seeds) / (size >= 1000 ? 3 : 1);
  const list = await graphs(size, Math.ceil(seeds), { causalGraph, incidentGraph: glue.incident_graph });
  const results = [];
  for (const one of list) results.push(await compare(one));
  rows.push(summary(size, results));
  all.push(...results);
  if (!["50", "200", "1000"].includes(size)) continue;
  const moves = [];
  for (const [at, one] of list.slice(0, size >= 1000 ? 1 : 10).entries()) moves.push(...await chain(one, at));
  const of = (what) => mean(moves.map((move) => move[what]));
  stable.push([size, moves.length, of("moved"), 100 * of("swapped"),
    geometricMean(moves.map((move) => move.crossings)), geometricMean(moves.map((move) => move.time))]);
}
print("Ours to dot's (splines=polyline), geometric means; ms is ours", QUALITY, rows);
print("After an edit: widths moved, % of pairs swapped, crossings to a fresh layout's, time to a full layout's",
  ["size", "edits", "moved", "% swapped", "crossings", "time"], stable);
if (options.each) {
  print("Each graph", ["graph", "ms", "crossings", "dot's", "length", "area"],
    all.map(({ name, ms, m, d, length, area }) => [name, ms, m.crossings, d.crossings, length, area]));
}
