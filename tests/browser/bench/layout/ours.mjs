// Our engine in the form that the shared runner gives the others: a graph in, and out comes what
// reads the drawing. Runs in Node, in a page and in a worker.

/** The gaps that the shared runner asks of the others, in px. */
const CARD_GAP = 40, RANK_GAP = 60;

/** How a curve is cut up to be measured as it is drawn: as often as the shared runner cuts dot's. */
const PIECES = 8;

/**
 * The engine of one build.
 *
 * @param {object} glue the module that wasm-bindgen wrote, started
 */
export function ours({ Bench }) {
  const load = (g, isLeftToRight = false) =>
    new Bench(JSON.stringify(g), isLeftToRight, CARD_GAP, RANK_GAP);
  const reader = (bench) => (pieces = 1) => JSON.parse(bench.drawing(pieces));

  /** Like a peer's: what the time of this is includes handing over the graph. */
  const layout = (g, isLeftToRight) => {
    const bench = load(g, isLeftToRight);
    bench.layout();
    const read = reader(bench);
    return Object.assign(() => read(), { asDrawn: () => read(PIECES), free: () => bench.free() });
  };

  /** A web that is edited: the engine has the graph already, as it has in the page. */
  const web = (g, isLeftToRight) => {
    const bench = load(g, isLeftToRight);
    return {
      edit: (graph) => bench.load(JSON.stringify(graph)),
      layout: () => bench.layout(),
      relayout: () => bench.relayout(),
      keep: () => bench.keep(),
      drawing: reader(bench),
      free: () => bench.free(),
    };
  };

  return { layout, web };
}
