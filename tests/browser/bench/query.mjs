// Written queries, run by the engine as WebAssembly in a real Chromium, compiled as the page is. Run by
// `cargo xtask bench query`: BUILD EXAMPLES PAGE, where PAGE is docs/query.md; prints a measurement a
// line, as JSON.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../browser.mjs";
import { host, typeOf } from "../serve.mjs";

const [build, examples, page] = process.argv.slice(2);

/** The samples of the page about queries. */
async function samples() {
  const blocks = (await readFile(page, "utf8")).split("```cypher\n").slice(1);
  return blocks.map((block, turn) => [`sample ${turn + 1}`, block.split("```")[0]]);
}

/** The examples by their names, in their order. */
async function incidents() {
  const names = (await readdir(examples)).filter((name) => name.endsWith(".whyweb.json")).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(examples, name), "utf8")]));
}

/**
 * In the page: the median of runs that take half a second together, but at least three, once the
 * browser has compiled them well; the first run, before it has, is told beside it.
 */
async function measured({ samples, incidents }) {
  const { default: init, Queries } = await import("./whyweb_bench.js");
  await init();
  const time = (name, run) => {
    const cold = performance.now();
    const rows = run();
    const first = performance.now() - cold;
    for (const began = performance.now(); performance.now() - began < 200;) run();
    const times = [], began = performance.now();
    // A browser's clock ticks in steps of a tenth of a millisecond: many runs are timed at once.
    while (times.length < 3 || (performance.now() - began < 500 && times.length < 101)) {
      const start = performance.now();
      let runs = 0;
      do {
        run();
        runs += 1;
      } while (performance.now() - start < 4);
      times.push((performance.now() - start) / runs);
    }
    times.sort((a, b) => a - b);
    return { name, ms: times[times.length >> 1], note: `${rows} rows, the first time ${first.toFixed(1)} ms` };
  };
  const gitlab = new Queries(incidents.find(([name]) => name.startsWith("gitlab-2017"))[1]);
  const found = samples.map(([name, query]) => time(name, () => gitlab.run(query)));
  const library = Queries.library(incidents.map(([, text]) => text), 1000);
  const asked = Queries.over_library();
  for (let at = 0; at < asked.length; at += 2) {
    found.push(time(`library, ${asked[at]}`, () => library.run(asked[at + 1])));
  }
  return found;
}

const served = await host("/", async (path) => path === ""
  ? { type: "text/html", content: "<!doctype html><title>bench</title>" }
  : { type: typeOf(path), content: await readFile(join(build, path)) });
const browser = await launch();
try {
  const tab = await browser.newPage();
  await tab.goto(served.url);
  const found = await tab.evaluate(measured, { samples: await samples(), incidents: await incidents() });
  for (const one of found) console.log(JSON.stringify(one));
} finally {
  await browser.close();
  await served.close();
}
