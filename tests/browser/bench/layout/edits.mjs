// Single edits such as people make: a cause more, a link more, something taken away.

import { mixed, seeded } from "../../random.mjs";

const CARD = { width: 160, height: 56 };

/**
 * A graph and so many graphs after it, each one edit later.
 *
 * An added link joins two cards picked at random, and is turned so that it closes no loop where
 * that can be. `touched` holds the cards that the edit adds or whose links it changes.
 *
 * @returns {{kind: string, graph: object, touched: Set<string>}[]}
 */
export function edits(graph, count, seed) {
  const random = seeded(mixed(seed));
  const steps = [];
  let now = { nodes: graph.nodes, edges: graph.edges };
  while (steps.length < count) {
    const [kind, edit] = picked(KINDS, random);
    const step = edit(now, random, `new${steps.length}`);
    if (step === undefined) continue;
    steps.push({ kind, ...step });
    now = step.graph;
  }
  return steps;
}

/** As often as they stand here. */
const KINDS = [
  ["add a cause", addCause],
  ["add a cause", addCause],
  ["add a link", addLink],
  ["add a link", addLink],
  ["delete", deleteCard],
  ["delete", deleteLink],
];

function addCause({ nodes, edges }, random, id) {
  const target = picked(nodes, random).id;
  return {
    graph: { nodes: [...nodes, { id, ...CARD }], edges: [...edges, { source: id, target }] },
    touched: new Set([id, target]),
  };
}

function addLink({ nodes, edges }, random) {
  let [source, target] = [picked(nodes, random).id, picked(nodes, random).id];
  if (reaches(edges, target, source)) [source, target] = [target, source];
  const isKnown = edges.some((edge) => edge.source === source && edge.target === target);
  if (source === target || isKnown) return undefined;
  return {
    graph: { nodes, edges: [...edges, { source, target }] },
    touched: new Set([source, target]),
  };
}

function deleteCard({ nodes, edges }, random) {
  const { id } = picked(nodes, random);
  const isGone = ({ source, target }) => source === id || target === id;
  return {
    graph: {
      nodes: nodes.filter((node) => node.id !== id),
      edges: edges.filter((edge) => !isGone(edge)),
    },
    touched: new Set(edges.filter(isGone).flatMap(({ source, target }) => [source, target])),
  };
}

function deleteLink({ nodes, edges }, random) {
  const gone = picked(edges, random);
  return {
    graph: { nodes, edges: edges.filter((edge) => edge !== gone) },
    touched: new Set([gone.source, gone.target]),
  };
}

const picked = (list, random) => list[Math.floor(random() * list.length)];

function reaches(edges, from, to) {
  const seen = new Set([from]);
  for (const card of seen) {
    if (card === to) return true;
    for (const { source, target } of edges) if (source === card) seen.add(target);
  }
  return false;
}
