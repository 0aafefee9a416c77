// Our layout beside dagre, elk, d3-dag and dot, all in one page of one browser: how fast, how good,
// how still after an edit. `cargo xtask bench layout` builds the engine and runs it.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Arena } from "./layout/arena.mjs";
import { plan } from "./layout/plan.mjs";
import { Report } from "./layout/report.mjs";
import { page } from "./layout/sections/page.mjs";
import { quality } from "./layout/sections/quality.mjs";
import { speed } from "./layout/sections/speed.mjs";
import { stability } from "./layout/sections/stability.mjs";
import { worst } from "./layout/sections/worst.mjs";
import { ENGINE, sharedModule } from "./layout/shared.mjs";

const SECTIONS = { speed, quality, stability, worst, page };

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "string" },
  },
});
if (options.only !== undefined && !Object.hasOwn(SECTIONS, options.only)) {
  console.error(`There is no section ${options.only}; there are ${Object.keys(SECTIONS).join(", ")}.`);
  process.exit(1);
}

/** A quick run leaves the page out unless it is asked for: to build it takes longer than all the rest. */
const isAsked = (name) => options.only === undefined ? !(options.quick && name === "page") : options.only === name;

/** The state of the source that is measured. */
function commit() {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty", "--abbrev=10"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

/** Reads an incident with our own engine, the only one that knows the format and the sizes of cards. */
async function incidentGraph() {
  const glue = await import(pathToFileURL(join(ENGINE, "speed", "whyweb_bench.js")));
  glue.initSync({ module: await readFile(join(ENGINE, "speed", "whyweb_bench_bg.wasm")) });
  return glue.incident_graph;
}

const { causalGraph } = await sharedModule("gen.mjs");
const sources = { causalGraph, incidentGraph: await incidentGraph() };
const arena = await Arena.begin();
const report = new Report();
const start = performance.now();
const about = {
  commit: commit(),
  chromium: arena.version,
  machine: `${cpus().length} × ${cpus()[0].model}`,
  load: loadavg()[0],
  isQuick: options.quick,
};
console.log(`Commit ${about.commit}, Chromium ${about.chromium}, ${about.machine}, load ${about.load.toFixed(1)}${options.quick ? "; --quick: few graphs, rough figures" : ""}`);
try {
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (!isAsked(name)) continue;
    const began = performance.now();
    await section({ arena, report, plan: plan(options.quick), sources, causalGraph });
    console.log(`\n(${name}: ${((performance.now() - began) / 1000).toFixed(0)} s)`);
  }
} finally {
  await arena.end();
}
report.sumUp();
console.log(`\n${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
if (options.json !== undefined) await report.write(options.json, about);
