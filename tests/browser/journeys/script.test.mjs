// The JavaScript face: the engine for scripts, without the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";

const { visit } = await stage();

test("scripts lay out, draw, check and convert an example", async () => {
  const someone = await visit();
  const page = await someone.open();
  const told = await page.evaluate(async () => {
    const { layout, svg, problems, convert } = globalThis.wasmBindings;
    const response = await fetch("examples/gitlab-2017.whyweb.json");
    const text = await response.text();
    const picture = await svg(text, "dark");
    const json = await convert(text, "json");
    return {
      drawing: await layout(text),
      again: await layout(text),
      wellFormed: !new DOMParser().parseFromString(picture, "image/svg+xml").querySelector("parsererror"),
      reopens: (await convert(picture, "json")) === json,
      outline: await convert(json, "outline"),
      problems: await problems(text),
      statements: JSON.parse(json).incident.factors.map((factor) => factor.statement),
    };
  });
  const { nodes, edges } = told.drawing;
  assert.equal(nodes.length, 36);
  assert.equal(edges.length, 40);
  assert.deepEqual(told.again, told.drawing);
  const centres = new Map(nodes.map((node) => [node.id, node]));
  for (const { source, target, points } of edges) {
    assert.ok(isAt(points[0], centres.get(source)) && isAt(points.at(-1), centres.get(target)));
  }
  assert.ok(told.wellFormed && told.reopens);
  assert.deepEqual(told.problems, []);
  for (const statement of told.statements) assert.ok(told.outline.includes(statement), statement);
  await someone.end();
});

test("what cannot be read is thrown with its place", async () => {
  const someone = await visit();
  const page = await someone.open();
  const messages = await page.evaluate(async () => {
    const { layout, svg, convert } = globalThis.wasmBindings;
    const asks = [() => layout("{"), () => svg("- a", "blue"), () => convert("- a", "pdf"), () => layout("<svg/>")];
    return Promise.all(asks.map(async (ask) => {
      try { return `no error: ${await ask()}`; } catch (error) { return `${error instanceof Error} ${error.message}`; }
    }));
  });
  const expected = [/^true line 1, column 1/, /^true there is no theme "blue"/, /^true there is no format "pdf"/, /^true .*SVG/];
  messages.forEach((message, place) => assert.match(message, expected[place]));
  await someone.end();
});

/** Whether a point lies on the edge of a card, or as near to it as an arrowhead is long. */
function isAt([x, y], { x: left, y: top, width, height }) {
  const away = Math.max(Math.abs(x - left) - width / 2, Math.abs(y - top) - height / 2);
  return Math.abs(away) <= 12;
}
