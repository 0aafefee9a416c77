// The watch over the journeys sees what it is there to see. A watch that sleeps would let every
// journey pass.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";

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
