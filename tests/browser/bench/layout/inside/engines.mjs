// Every engine in one form: `layout(graph, isLeftToRight)` gives what reads the drawing. The time of
// it is the time of handing the graph over and laying it out, without reading the drawing.

import { ours } from "../ours.mjs";
import { sharedModule } from "./shared.mjs";

/** The engine of a name: "ours-speed", "ours-page", or one of the shared runner's. */
export async function engine(name) {
  const build = name.match(/^ours-(\w+)$/)?.[1];
  if (build === undefined) return peer(name);
  const glue = await import(`/engine/${build}/whyweb_bench.js`);
  await glue.default();
  return ours(glue);
}

async function peer(name) {
  const { peers } = await sharedModule("peers.mjs");
  const downwards = await peers[name]();
  return {
    async layout(graph, isLeftToRight = false) {
      if (!isLeftToRight) return downwards(graph);
      const read = await downwards({ ...graph, nodes: graph.nodes.map(lying) });
      return () => turned(read());
    },
  };
}

// The shared runner knows one direction. Left to right is the same with every card, and then the
// drawing, turned about the diagonal.

const lying = (node) => ({ ...node, width: node.height, height: node.width });

const turned = ({ nodes, edges }) => ({
  nodes: nodes.map((node) => ({ ...lying(node), x: node.y, y: node.x })),
  edges: edges.map((edge) => ({ ...edge, points: edge.points.map(([x, y]) => [y, x]) })),
});
