// A host for the page that measures: the project's scripts, the engines of all builds, the npm
// packages and the shared modules under one address.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileOf, host, typeOf } from "../../serve.mjs";
import { ENGINE, sharedBench } from "./shared.mjs";

const BENCH = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Where what the shared modules import by name is in a browser; it resolves no names itself. */
const MODULES = {
  "@dagrejs/dagre": "/npm/@dagrejs/dagre/dist/dagre.esm.js",
  "d3-dag": "/npm/d3-dag/dist/d3-dag.esm.min.mjs",
  "elkjs/lib/elk.bundled.js": "/bench/layout/inside/elk.mjs",
  "@hpcc-js/wasm-graphviz": "/npm/@hpcc-js/wasm-graphviz/dist/index.js",
};
const NO_NODE = "/bench/layout/inside/no-node.mjs";

/** With these a page may read the clock to 5 µs and not to 100 only. */
const PRECISE_CLOCK = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>Layout bench</title>
<link rel="icon" href="data:,"><script type="module" src="/bench/layout/inside/page.mjs"></script>`;

/** Starts the host. The caller closes it. */
export function benchHost() {
  const roots = {
    bench: BENCH,
    engine: ENGINE,
    npm: join(BENCH, "..", "node_modules"),
    shared: sharedBench(),
  };
  return host("/", async (path) => {
    if (path === "") return { type: typeOf("index.html"), content: PAGE };
    const [root, ...rest] = path.split("/");
    const file = roots[root] && fileOf(roots[root], rest.join("/"));
    if (!file) return undefined;
    const content = await readFile(file);
    return { type: typeOf(file), content: root === "shared" ? led(content.toString()) : content };
  }, PRECISE_CLOCK);
}

/** A shared module as it is, but for where its imports lead; what an import map would do if workers had any. */
const led = (text) => text.replaceAll(/(\bfrom |\bimport\()"([^".][^"]*)"/g, (_, before, name) =>
  `${before}"${name.startsWith("node:") ? NO_NODE : MODULES[name] ?? name}"`);
