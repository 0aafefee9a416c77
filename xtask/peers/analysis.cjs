// Times cytoscape.js on the webs that the engine was timed on.
// Usage: node analysis.cjs FOLDER, where FOLDER/node_modules holds cytoscape.
const fs = require("node:fs");
const path = require("node:path");
const folder = process.argv[2];
const cytoscape = require(path.resolve(folder, "node_modules/cytoscape"));

function measure(name, run) {
  const times = [];
  const began = performance.now();
  let note;
  while (times.length < 3 || (performance.now() - began < 500 && times.length < 101)) {
    const start = performance.now();
    note = run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const ms = times[times.length >> 1];
  console.log(JSON.stringify({ library: "cytoscape.js", name, ms, note: String(note) }));
}

for (const size of [200, 1000]) {
  const web = JSON.parse(fs.readFileSync(path.join(folder, `${size}.json`), "utf8"));
  const build = () =>
    cytoscape({
      headless: true,
      elements: [
        ...web.factors.map((id) => ({ data: { id } })),
        ...web.links.map(([source, target]) => ({ data: { source, target } })),
      ],
    });
  const graph = build();
  const named = (name, run) => measure(`${size} peers, ${name}`, run);
  named("build and components", () => build().elements().tarjanStronglyConnected().components.length);
  named("reach", () => graph.getElementById(web.outcome).predecessors().nodes().length);
  named("betweenness", () => {
    const found = graph.elements().betweennessCentrality({ directed: true });
    return Math.round(graph.nodes().reduce((sum, node) => sum + found.betweenness(node), 0));
  });
}
