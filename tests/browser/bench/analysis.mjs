// The questions, asked of the engine as WebAssembly, compiled as the page is. Run by
// `cargo xtask bench analysis`: BUILD INCIDENT FOLDER; prints a measurement a line, as JSON.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [build, incident, folder] = process.argv.slice(2);
const glue = await import(pathToFileURL(join(build, "whyweb_bench.js")));
glue.initSync({ module: await readFile(join(build, "whyweb_bench_bg.wasm")) });
const { Questions } = glue;

/**
 * Prints the median of runs that take half a second together, but at least three, once the browser's
 * engine has compiled them well; the first run, before it has, is told beside it.
 */
function time(name, run) {
  const cold = performance.now();
  run(0);
  const first = performance.now() - cold;
  for (const began = performance.now(); performance.now() - began < 500;) run(0);
  const times = [], began = performance.now();
  let bounded = false;
  while (times.length < 3 || (performance.now() - began < 500 && times.length < 101)) {
    const start = performance.now();
    bounded = run(times.length) === true;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ name, ms: times[times.length >> 1], bounded, note: `the first took ${first.toFixed(1)} ms` }));
}

const load = async (path) => new Questions(await readFile(path, "utf8"));

const small = await load(incident);
time("36 factors, all questions", () => small.all());
time("36 factors, what-if toggle", (turn) => void small.toggle(turn));

const large = await load(join(folder, "1000.whyweb.json"));
time("1000 factors, what-if toggle", (turn) => void large.toggle(turn));
for (const name of Questions.names()) time(`1000 factors, ${name}`, () => large.ask(name));

const middle = await load(join(folder, "200.whyweb.json"));
time("200 factors, break sets to 4", () => middle.ask("break-sets"));
