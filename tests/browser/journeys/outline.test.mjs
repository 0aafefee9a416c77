// The outline is the twin of the map: typed like a list, heard as a tree, in step with the picture.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { Keys } from "../keys.mjs";
import { map, opened, selected, undo, web } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();
const tree = (page) => page.getByRole("tree", { name: "The web as a list" });
const line = (page, statement) => tree(page).getByRole("treeitem", { name: statement });

/** Each line as a listener hears it, with its level. */
const lines = (page) => tree(page).getByRole("treeitem").evaluateAll((items) =>
  items.map((item) => `${item.getAttribute("aria-level")} ${item.getAttribute("aria-label")}`));

/** The words of the lines that are selected. */
const chosen = (page) => tree(page).getByRole("treeitem", { selected: true }).evaluateAll((items) =>
  items.map((item) => item.getAttribute("aria-label")));

const TYPED = [
  "1 The forecast was wrong. Outcome. Caused by 2, untested.",
  "2 The weather feed was stale. Condition. Caused by 1, untested.",
  "3 The feed moved to a new address. Condition. Caused by 1, untested.",
  "4 The notice went to somebody who had left. Condition.",
  "2 Nobody compared it with last week. Condition. Caused by 1, untested.",
  "3 The comparison takes an hour by hand. Condition.",
];

/** Opens a map with the six lines typed into its outline. */
async function typed(someone) {
  const page = await someone.open();
  const keys = new Keys(page);
  await begin(page, "The forecast was wrong");
  await keys.press("o");
  await line(page, "The forecast was wrong").click();
  await keys.press("Tab");
  await keys.type("The weather feed was stale", "Enter", "Tab");
  await keys.type("The feed moved to a new address", "Enter", "Tab");
  await keys.type("The notice went to somebody who had left", "Enter");
  await keys.press("Shift+Tab", "Shift+Tab");
  await keys.type("Nobody compared it with last week", "Enter", "Tab");
  await keys.type("The comparison takes an hour by hand", "Enter", "Escape");
  await opened(page, 6);
  return page;
}

test("lines typed into the outline are the web", async () => {
  const someone = await visit();
  const page = await typed(someone);
  await becomes(() => lines(page), TYPED);
  const { links } = await web(page);
  assert.deepEqual(links, [
    ["Nobody compared it with last week", "The forecast was wrong"],
    ["The comparison takes an hour by hand", "Nobody compared it with last week"],
    ["The feed moved to a new address", "The weather feed was stale"],
    ["The notice went to somebody who had left", "The feed moved to a new address"],
    ["The weather feed was stale", "The forecast was wrong"],
  ].map(([cause, effect]) => `“${cause}” contributed to “${effect}”: untested`));
  await someone.end();
});

test("the selection is in step, both ways", async () => {
  const someone = await visit();
  const page = await typed(someone);
  await line(page, "The weather feed was stale").click();
  await selected(page, "The weather feed was stale");
  await page.keyboard.press("ArrowDown");
  await selected(page, "The feed moved");
  await page.keyboard.press("ArrowLeft");
  await selected(page, "The weather feed was stale");
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await selected(page, "The forecast was wrong");
  await becomes(() => chosen(page), ["The forecast was wrong. Outcome. Caused by 2, untested."]);
  await someone.end();
});

test("the tree is one stop for Tab, and says how to leave", async () => {
  const someone = await visit();
  const page = await typed(someone);
  const stops = tree(page).locator("[role=treeitem][tabindex='0']");
  assert.equal(await stops.count(), 1);
  await line(page, "The weather feed was stale").click();
  await becomes(() => stops.evaluateAll((all) => all.map((one) => one.ariaLabel)),
    ["The weather feed was stale. Condition. Caused by 1, untested."]);
  await page.keyboard.press("Home");
  await selected(page, "The forecast was wrong");
  await page.keyboard.press("End");
  await selected(page, "The comparison takes");
  await someone.end();
});

test("a line is reworded in place, and one key takes it back", async () => {
  const someone = await visit();
  const page = await typed(someone);
  await line(page, "The weather feed was stale").click();
  await page.keyboard.press("F2");
  await page.getByLabel("In other words").fill("The weather feed was a day old");
  await page.keyboard.press("Enter");
  await line(page, "The weather feed was a day old").and(page.locator(":focus")).waitFor();
  await selected(page, "The weather feed was a day old");
  await page.keyboard.press("z");
  await becomes(() => lines(page), TYPED);
  await someone.end();
});

test("a statement that is there is linked, not made twice", async () => {
  const someone = await visit();
  const page = await typed(someone);
  await line(page, "Nobody compared it").click();
  await page.keyboard.press("Tab");
  await page.keyboard.type("the notice");
  await page.getByRole("option", { name: "The notice went to somebody who had left" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await becomes(() => lines(page).then((all) => all.filter((one) => one.includes("The notice"))), [
    "4 The notice went to somebody who had left. Condition.",
    "3 The notice went to somebody who had left. See above.",
  ]);
  await opened(page, 6);
  await someone.end();
});

test("a line is deleted, and undone", async () => {
  const someone = await visit();
  const page = await typed(someone);
  await line(page, "The comparison takes").click();
  await page.keyboard.press("Delete");
  await opened(page, 5);
  await page.getByRole("status").filter({ hasText: "Factor deleted, with its links." }).waitFor();
  await undo(page).click();
  await becomes(() => lines(page), TYPED);
  await someone.end();
});
