// The watch over the journeys sees what it is there to see. A watch that sleeps would let every
// journey pass.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { collisions, show } from "../drawing.mjs";

const folder = await mkdtemp(join(tmpdir(), "whyweb-"));
after(() => rm(folder, { recursive: true }));
const { url, visit } = await stage({ folder });

/** A visit to a page with this body, that has come to an end of its own. */
async function afterVisiting(body) {
  await writeFile(join(folder, "index.html"), `<!doctype html><title>x</title>${body}`);
  const someone = await visit();
  const page = await someone.open();
  await page.waitForFunction(() => globalThis.done);
  return { someone, page };
}

test("a request to another host is refused and told", async () => {
  const { someone } = await afterVisiting(
    "<script>fetch('https://example.com/a').catch(() => { done = true })</script>");
  assert.deepEqual(someone.foreign, ["https://example.com/a"]);
  await assert.rejects(someone.end(), /another host/);
});

test("a socket to another host is refused and told", async () => {
  const { someone } = await afterVisiting(
    "<script>new WebSocket('wss://example.com/b').onclose = () => { done = true }</script>");
  assert.deepEqual(someone.foreign, ["wss://example.com/b"]);
  await assert.rejects(someone.end(), /another host/);
});

test("an error that nothing caught is told", async () => {
  const { someone } = await afterVisiting(
    "<script>onerror = () => { done = true }; throw new Error('oh')</script>");
  await assert.rejects(someone.end(), /complained/);
});

test("a line of error in the console is told", async () => {
  const { someone } = await afterVisiting("<script>console.error('oh'); done = true</script>");
  await assert.rejects(someone.end(), /complained/);
});

test("a quiet page passes", async () => {
  const { someone } = await afterVisiting("<script>done = true</script>");
  await someone.end();
});

test("a page that leaves someone out is told", async () => {
  const { someone, page } = await afterVisiting("<img src='data:,'><script>done = true</script>");
  await assert.rejects(assertAccessible(page), /image-alt/);
  await someone.context.close();
});

test("the host serves its folder and nothing else", async () => {
  await writeFile(join(folder, "a.wasm"), "");
  const type = (path) => fetch(new URL(path, url)).then((response) =>
    response.ok ? response.headers.get("content-type") : response.status);
  assert.equal(await type("a.wasm"), "application/wasm");
  assert.equal(await type("absent.js"), 404);
  assert.equal(await type("/a.wasm"), 404);
  assert.equal(await type("..%2f..%2fetc%2fpasswd"), 404);
  assert.equal(await type("%"), 404);
});

/** A drawing of two cards of 200 × 60 px, the second at `at`, with a link along `line`. */
const drawing = (at, line, words = "It broke") => `<svg xmlns="http://www.w3.org/2000/svg">
  <g class="links"><g class="link"><title>one to other</title><path class="line" d="${line}"/></g></g>
  <g class="cards">
    <g class="card" aria-label="one" transform="translate(0 0)"><rect width="200" height="60"/></g>
    <g class="card" aria-label="other" transform="translate(${at})">
      <rect width="200" height="60"/><text x="12" y="30">${words}</text>
    </g>
  </g>
</svg>`;

test("whatever goes wrong in a drawing is told", async () => {
  const { someone, page } = await afterVisiting("<script>done = true</script>");
  const found = async (...parts) => {
    assert.equal(await show(page, drawing(...parts)), null);
    return collisions(page);
  };
  const side = "M200 30L300 30";
  assert.deepEqual(await found("300 0", side), []);
  assert.deepEqual(await found("199 59", "M0 80L10 80"), ["“one” overlaps “other”"]);
  assert.deepEqual(await found("200 0", "M0 80L10 80"), []);
  assert.deepEqual(await found("300 0", "M200 30L310 30"), ["one to other runs through “other”"]);
  assert.deepEqual(await found("300 0", "M-40 30C60 -20 140 20 240 80"),
    ["one to other runs through “one”"]);
  const long = "long ".repeat(60).trim();
  assert.deepEqual(await found("300 0", side, long), [`“${long}” sticks out of “other”`]);
  assert.match(await show(page, "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"), /error/);
  assert.equal(await show(page, "<p xmlns='http://www.w3.org/1999/xhtml'/>"), "no SVG");
  await someone.end();
});
