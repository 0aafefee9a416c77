// What is laid out: generated webs with and without loops, and the real incidents.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { EXAMPLES } from "./shared.mjs";

/** The share of a looping web's links that point backwards, as in the shared generator's own set. */
const FEEDBACK = 0.02;

/**
 * The graphs of one size, seed by seed, without and with loops; or the incidents, for "real".
 *
 * @param {string | number} size how many cards
 * @param {number} seeds how many seeds; the incidents are what they are
 * @returns {Promise<{name: string, graph: object}[]>}
 */
export async function graphs(size, seeds, { causalGraph, incidentGraph }) {
  if (size === "real") return incidents(incidentGraph);
  const list = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const [kind, feedback] of [["dag", 0], ["loop", FEEDBACK]]) {
      list.push({ name: `${kind}${size}/${seed}`, graph: causalGraph({ n: Number(size), feedback, seed }) });
    }
  }
  return list;
}

async function incidents(incidentGraph) {
  const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith(".whyweb.json")).sort();
  return Promise.all(names.map(async (name) => ({
    name: name.replace(".whyweb.json", ""),
    graph: JSON.parse(incidentGraph(await readFile(join(EXAMPLES, name), "utf8"))),
  })));
}
