// How long a warm layout takes, how long the first of all, and how long one after an edit.

import { edits } from "../edits.mjs";
import { LIMIT } from "../arena.mjs";
import { DOT, OURS, OURS_IN_PAGE, SLOW } from "../engines.mjs";
import { graphs } from "../graphs.mjs";
import { peersFor } from "../plan.mjs";
import { geometricMean, median } from "../statistics.mjs";

/** Our time to the fastest peer's, at most. */
const BARS = { 20: 1 / 4, 50: 1 / 4, 200: 1 / 4, 1000: 1 / 2, 5000: 1 / 4 };
const AIM = 1 / 10;
/** A slow peer that takes longer, in ms, is not the fastest. */
const SLOW_LIMIT = 20_000;
const FIRST_BAR = 1 / 4;
const AGAIN_BAR = 1 / 10;

export async function speed(context) {
  await sameDrawings(context);
  await warmLayouts(context);
  await firstLayouts(context);
  await layoutsAfterAnEdit(context);
}

/** The two builds must draw the same: then whatever is said of one's drawings is true of the other's. */
async function sameDrawings({ arena, report, causalGraph }) {
  const graph = causalGraph({ n: 200, feedback: 0.02 });
  const digests = [];
  for (const engine of [OURS, OURS_IN_PAGE]) digests.push((await arena.run(engine, "digest", { graph })).result);
  const differ = digests[0] === undefined || digests[0] !== digests[1] ? 1 : 0;
  report.bar("the page's build draws other bytes than the fast one (loop200/1)", differ, 0);
}

async function warmLayouts({ arena, report, plan: { speed: part }, sources }) {
  const rows = [];
  const data = [];
  for (const [size, seeds] of Object.entries(part.sizes)) {
    const results = [];
    for (const [at, { name, graph }] of (await graphs(size, seeds, sources)).entries()) {
      const engines = [OURS, OURS_IN_PAGE, ...peersFor(part, size, at)];
      const ms = await interleaved(arena, engines, graph, part, size);
      results.push({ name, ms, ...againstPeers(ms) });
    }
    data.push(...results);
    rows.push(row(report, size, results));
  }
  report.table(
    `Speed: a warm layout, medians, handing the graph over included; ms of ours, and the ratio to the fastest
  peer of each graph (geometric mean). "page" is the engine compiled as the page is, which is what people get;
  the bar is for both; the aim is ${AIM} everywhere`,
    ["cards", "graphs", "ms", "ms page", "peer's ms", "fastest peer", "ratio", "ratio page", "bar", "", "page"],
    rows,
  );
  report.table("Speed: every engine's warm ms (medians of the graphs above; a time-out says so)",
    ["cards", ...EVERYONE], Object.keys(part.sizes).map((size) => [size, ...EVERYONE.map((engine) => told(data, size, engine))]));
  report.data("speed", data);
}

const EVERYONE = [OURS, OURS_IN_PAGE, DOT, "dot-nslimit", "dagre", "elk-polyline", "d3dag-fast", "elk-ns", "d3dag"];

function told(data, size, engine) {
  const all = data.filter(({ name }) => name.match(/\d+/)[0] === size).map(({ ms }) => ms[engine]);
  const times = all.filter((ms) => typeof ms === "number");
  return times.length > 0 ? median(times) : all.find((ms) => ms !== undefined);
}

/**
 * Each engine's median in ms, or why there is none. The engines take turns, so that what else the
 * machine does hits all alike.
 */
async function interleaved(arena, engines, graph, { rounds, budget }, size) {
  const times = Object.fromEntries(engines.map((engine) => [engine, []]));
  const errors = {};
  const isLarge = Number(size) >= 1000;
  for (let round = 0; round < (isLarge ? Math.min(rounds, 2) : rounds); round += 1) {
    for (const engine of engines) {
      if (errors[engine] || (isLarge && round > 0 && times[engine][0] > 5000)) continue;
      const given = { graph, most: 40, budget: isLarge ? 2 * budget : budget };
      const limit = SLOW.includes(engine) ? SLOW_LIMIT : LIMIT;
      const { result, error } = await arena.run(engine, "time", given, limit);
      if (error) errors[engine] = error;
      else times[engine].push(...result);
    }
  }
  return Object.fromEntries(engines.map((engine) => [engine, errors[engine] ?? median(times[engine])]));
}

function againstPeers(ms) {
  const peers = Object.entries(ms).filter(([name, time]) => !name.startsWith("ours") && typeof time === "number");
  const [fastest, theirs] = peers.reduce((a, b) => a[1] < b[1] ? a : b);
  return { fastest, theirs, ratio: ms[OURS] / theirs, pageRatio: ms[OURS_IN_PAGE] / theirs };
}

function row(report, size, results) {
  const of = (read) => geometricMean(results.map(read));
  const [ratio, pageRatio] = [of((one) => one.ratio), of((one) => one.pageRatio)];
  const names = [...new Set(results.map(({ fastest }) => fastest))].join(", ");
  return [size, results.length, of(({ ms }) => ms[OURS]), of(({ ms }) => ms[OURS_IN_PAGE]),
    of(({ theirs }) => theirs), names, ratio, pageRatio, BARS[size],
    report.bar(`speed, warm, ${size} cards: to the fastest peer`, ratio, BARS[size]),
    report.bar(`speed, warm, ${size} cards, page's build: to the fastest peer`, pageRatio, BARS[size])];
}

/** In fresh profiles, where nothing is loaded or compiled. */
async function firstLayouts({ arena, report, plan: { speed: part }, causalGraph }) {
  const graph = causalGraph({ n: 50 });
  const found = {};
  for (let round = 0; round < part.opened; round += 1) {
    for (const engine of [OURS, OURS_IN_PAGE, DOT]) {
      const page = await arena.freshPage();
      (found[engine] ??= []).push(await page.evaluate(
        ([engine, graph]) => globalThis.bench.first(engine, graph), [engine, graph]));
      await page.context().close();
    }
  }
  const ms = (engine, what) => median(found[engine].map((one) => one[what]));
  const rows = [OURS, OURS_IN_PAGE, DOT].map((engine) => {
    const ratio = ms(engine, "first") / ms(DOT, "first");
    const verdict = engine === DOT ? "-"
      : report.bar(`speed, first layout of a fresh page, 50 cards, ${engine}: to dot's`, ratio, FIRST_BAR);
    return [engine, ms(engine, "load"), ms(engine, "first"), ratio, FIRST_BAR, verdict];
  });
  report.table(`Speed: the first layout of a fresh page, 50 cards (dag50/1), medians of ${part.opened} pages, ms`,
    ["engine", "loading it", "first layout", "to dot's", "bar", ""], rows);
  report.data("first layout", found);
}

async function layoutsAfterAnEdit({ arena, report, plan: { speed: part }, causalGraph }) {
  const rows = [];
  for (const size of [50, 200, 1000]) {
    const graph = causalGraph({ n: size });
    // Each edit is measured by itself, drawn like the graph before any.
    const steps = Array.from({ length: part.edits }, (_, seed) => edits(graph, 1, seed)[0]);
    for (const engine of [OURS, OURS_IN_PAGE]) {
      const given = { graph, steps: steps.map((step) => ({ graph: step.graph })), budget: 60 };
      const { result, error } = await arena.run(engine, "redraw", given, 120_000);
      if (error) throw new Error(`${engine} drawing again at ${size} cards: ${error}`);
      const ratio = geometricMean(result.map(({ again, full }) => again / full));
      rows.push([`${size}`, engine, median(result.map(({ full }) => full)), median(result.map(({ again }) => again)),
        ratio, AGAIN_BAR, report.bar(`speed, after one edit, ${size} cards, ${engine}: to a full layout`, ratio, AGAIN_BAR)]);
    }
  }
  report.table(`Speed: drawing again after one edit, to our own full layout of the same graph; ${part.edits} edits a size`,
    ["cards", "engine", "full ms", "again ms", "ratio", "bar", ""], rows);
}
