// The generator of graphs, the metrics and the peers' runner, which lie beside the project and are
// not part of it: every layout is made from the same graphs and judged by the same program.

import { existsSync } from "node:fs";
import { register } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "..");

/** The real incidents, as files of the project. */
export const EXAMPLES = join(PROJECT, "examples");

/** The engine as WebAssembly, in one folder a build; `cargo xtask bench layout` puts it there. */
export const ENGINE = process.env.WHYWEB_LAYOUT_BENCH ?? join(PROJECT, "target", "layout-bench");

/** The shared bench folder. Ends the program with what to do where there is none. */
export function sharedBench() {
  const folder = join(process.env.WHYWEB_SHARED ?? join(PROJECT, "..", "shared"), "bench");
  const missing = ["gen.mjs", "metrics.mjs", "peers.mjs"].filter((name) => !existsSync(join(folder, name)));
  if (missing.length === 0) return folder;
  console.error(`The layout bench cannot run: it takes its graphs, its metrics and its peers from
${folder}, and ${missing.join(", ")} are not there.
Set WHYWEB_SHARED to the folder that holds bench/.`);
  process.exit(1);
}

/** One of the shared modules, for Node. Its own imports are found among our npm packages. */
export async function sharedModule(name) {
  const folder = pathToFileURL(`${sharedBench()}/`).href;
  register("./resolve.mjs", { parentURL: import.meta.url, data: folder });
  // Each of them is a program, too, and would take this one's arguments for its own.
  const program = process.argv.splice(1);
  try {
    return await import(new URL(name, folder));
  } finally {
    process.argv.push(...program);
  }
}
