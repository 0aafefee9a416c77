// What an engine is asked to do. Each job gives numbers only: drawings stay where they are made.

import { timed, warm } from "../clock.mjs";
import { stillness } from "../stillness.mjs";
import { countRatio } from "../statistics.mjs";
import { sharedModule } from "./shared.mjs";

const { metrics } = await sharedModule("metrics.mjs");

/** Nothing; answered when the engine is ready. */
export const ready = () => true;

/** The warm times of laying one graph out, in ms. */
export async function time({ layout }, { graph, most, budget }) {
  const { times } = await timed(async () => (await layout(graph)).free?.(), { most, budget });
  return times;
}

/** One drawing's metrics; of an engine that draws curves, also of the curves as drawn. */
export async function quality({ layout }, { graph, isLeftToRight }) {
  const start = performance.now();
  const read = await layout(graph, isLeftToRight);
  const ms = performance.now() - start;
  const result = { ...metrics(read()), ms };
  if (read.asDrawn) result.asDrawn = metrics(read.asDrawn());
  read.free?.();
  return result;
}

/** One layout's time, in ms, and nothing more. */
export async function once({ layout }, { graph }) {
  const start = performance.now();
  const read = await layout(graph);
  const ms = performance.now() - start;
  read.free?.();
  return ms;
}

/** A digest of the drawing, to see whether two builds draw the same. */
export async function digest({ layout }, { graph }) {
  const read = await layout(graph);
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(read())));
  read.free?.();
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A graph and a chain of edits, each drawing compared with the one before. Our engine draws each
 * like the one before; the others know no such thing and draw afresh.
 */
export function chain(engine, { graph, steps }) {
  return engine.web ? redrawn(engine, graph, steps) : drawnAfresh(engine, graph, steps);
}

function redrawn({ web }, graph, steps) {
  const drawn = web(graph);
  drawn.layout();
  drawn.keep();
  let before = drawn.drawing();
  const results = steps.map((step) => {
    drawn.edit(step.graph);
    drawn.layout();
    const fresh = metrics(drawn.drawing());
    drawn.relayout();
    const after = drawn.drawing();
    drawn.keep();
    const now = metrics(after);
    const result = {
      kind: step.kind,
      ...stillness(before, after, new Set(step.touched), false),
      crossings: countRatio(now.crossings, fresh.crossings),
      flaws: now.nodeOverlaps + now.edgeThroughNode,
    };
    before = after;
    return result;
  });
  drawn.free();
  return results;
}

async function drawnAfresh({ layout }, graph, steps) {
  let before = (await layout(graph))();
  const results = [];
  for (const step of steps) {
    const after = (await layout(step.graph))();
    results.push({
      kind: step.kind,
      ...stillness(before, after, new Set(step.touched), true),
      crossings: 1,
    });
    before = after;
  }
  return results;
}

/** The warm ms of our full layout, and of drawing again after each of the edits (each on its own). */
export async function redraw({ web }, { graph, steps, budget }) {
  const drawn = web(graph);
  drawn.layout();
  drawn.keep();
  const results = [];
  for (const step of steps) {
    drawn.edit(step.graph);
    results.push({
      full: await warm(() => drawn.layout(), { budget }),
      again: await warm(() => drawn.relayout(), { budget }),
    });
  }
  drawn.free();
  return results;
}
