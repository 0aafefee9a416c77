// How close together the map is drawn, and what known times do to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { choose } from "../files.mjs";
import { card, map, opened, saved } from "../map.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const FILE = JSON.stringify({
  format: "whyweb",
  version: 1,
  incident: {
    id: "dense",
    factors: [
      { id: "a", statement: "The site was down", role: "outcome", time: "2026-03-02" },
      { id: "b", statement: "The disk filled up", time: "2026-03-01" },
      { id: "c", statement: "Logs were kept for ever", time: "2026-01-01" },
      { id: "d", statement: "Nobody was told", time: "2026-03-01" },
    ],
    links: [
      { id: "cb", cause: "c", effect: "b" },
      { id: "ba", cause: "b", effect: "a" },
      { id: "da", cause: "d", effect: "a" },
    ],
  },
});

async function begin(file = FILE) {
  const someone = await visit();
  const page = await someone.open();
  await choose(page, { name: "dense.whyweb.json", text: file });
  await opened(page, 4);
  await map(page).focus();
  return { someone, page };
}

/** Where each card lies on the map, whatever part of it is on screen. */
const places = (page) => page.locator("#map .place").evaluateAll((cards) => Object.fromEntries(
  cards.map((card) => [card.dataset.factor, card.getAttribute("transform").match(/[-\d.]+/g).map(Number)])));

/** How far apart the first and the last rank are. */
const width = async (page) => {
  const along = Object.values(await places(page)).map(([x]) => x);
  return Math.max(...along) - Math.min(...along);
};

test("the density goes round, is kept, and one undo takes it back", async () => {
  const { someone, page } = await begin();
  const comfortable = await places(page);
  const between = await width(page);
  await page.keyboard.press("Shift+D");
  await page.getByRole("button", { name: "Density: roomy" }).waitFor();
  assert.ok(await width(page) > between);
  await page.getByRole("button", { name: "Density: roomy" }).click();
  await page.getByRole("button", { name: "Density: compact" }).waitFor();
  const closest = await width(page);
  assert.ok(closest < between);
  await saved(page);
  await page.reload();
  await opened(page, 4);
  await page.getByRole("button", { name: "Density: compact" }).waitFor();
  assert.equal(await width(page), closest);
  await map(page).focus();
  await page.keyboard.press("Shift+D");
  await page.getByRole("button", { name: "Density: comfortable" }).waitFor();
  await becomes(() => width(page), between, "the first width");
  const order = (all) => Object.keys(all).sort((one, other) => all[one][1] - all[other][1]);
  assert.deepEqual(order(await places(page)), order(comfortable));
  await page.keyboard.press("z");
  await page.getByRole("button", { name: "Density: compact" }).waitFor();
  await someone.end();
});

test("ordered by time, nothing stands before what is dated earlier", async () => {
  const file = FILE.replace('"id":"d","statement":"Nobody was told","time":"2026-03-01"',
    '"id":"d","statement":"Nobody was told","time":"2025-01-01"');
  assert.notEqual(file, FILE);
  const { someone, page } = await begin(file);
  const [before] = (await places(page)).d;
  assert.ok(before > (await places(page)).c[0], "it stands beside its effect");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Order by time");
  await page.keyboard.press("Enter");
  await becomes(async () => {
    const all = await places(page);
    return all.d[0] <= all.c[0];
  }, true, "the earliest to the left");
  await card(page, "Nobody was told").waitFor();
  await someone.end();
});
