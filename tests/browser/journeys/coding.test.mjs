// The team's own categories and areas: called, coloured and ordered as the team likes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { current, map } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

/** A visit with one card that is of the second category, and the window for codes open. */
async function coding() {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "It broke");
  await page.keyboard.press("2");
  await becomes(() => current(page), "It broke. Outcome. Communication.");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Command" }).fill("edit categories");
  await page.keyboard.press("Enter");
  const window = page.getByRole("dialog", { name: "Categories and areas" });
  await window.waitFor();
  return { someone, page, window, list: window.getByRole("region", { name: "Categories" }) };
}

const names = (list) => list.getByRole("textbox", { name: /^Name of/ }).evaluateAll((fields) =>
  fields.map((field) => field.value));

/** Closes the window and takes one step back. */
async function undo(page, window) {
  await page.keyboard.press("Escape");
  await window.waitFor({ state: "detached" });
  await map(page).focus();
  await page.keyboard.press("z");
}

test("a category is renamed, and the card says so", async () => {
  const { someone, page, window, list } = await coding();
  await list.getByLabel("Name of Communication").fill("Talk");
  await list.getByLabel("Name of Communication").press("Enter");
  await becomes(() => current(page), "It broke. Outcome. Talk.");
  await undo(page, window);
  await becomes(() => current(page), "It broke. Outcome. Communication.");
  await someone.end();
});

test("a category is recoloured, and the card's edge with it", async () => {
  const { someone, page, window, list } = await coding();
  const edge = page.locator("#map .card path").first();
  const before = await edge.getAttribute("fill");
  await list.getByRole("button", { name: "Colour of Communication: orange" }).click();
  await list.getByRole("radio", { name: "sky" }).click();
  await list.getByRole("button", { name: "Colour of Communication: sky" }).waitFor();
  await becomes(async () => (await edge.getAttribute("fill")) !== before, true, "another colour");
  await undo(page, window);
  await becomes(() => edge.getAttribute("fill"), before);
  await someone.end();
});

test("categories are put in another order, and the keys follow", async () => {
  const { someone, page, window, list } = await coding();
  await list.getByRole("button", { name: "Move Human up" }).click();
  await becomes(() => names(list), ["Process", "Communication", "Human", "Tooling"]);
  await page.keyboard.press("Escape");
  await window.waitFor({ state: "detached" });
  await page.keyboard.press("3");
  await becomes(() => current(page), "It broke. Outcome. Human.");
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  await page.keyboard.press("3");
  await becomes(() => current(page), "It broke. Outcome. Tooling.");
  await someone.end();
});

test("a category is added and has the next key", async () => {
  const { someone, page, window, list } = await coding();
  await list.getByLabel("Add a category").fill("Environment");
  await list.getByLabel("Add a category").press("Enter");
  await becomes(() => names(list), ["Process", "Communication", "Tooling", "Human", "Environment"]);
  await page.keyboard.press("Escape");
  await window.waitFor({ state: "detached" });
  await page.keyboard.press("5");
  await becomes(() => current(page), "It broke. Outcome. Environment.");
  await someone.end();
});

test("a category in use asks before it goes, and undo brings it back with its card", async () => {
  const { someone, page, window, list } = await coding();
  await list.getByRole("button", { name: "Remove Communication" }).click();
  await list.getByRole("alert").filter({ hasText: "1 factor becomes uncategorised." }).waitFor();
  await list.getByRole("button", { name: "Remove", exact: true }).click();
  await becomes(() => names(list), ["Process", "Tooling", "Human"]);
  await becomes(() => current(page), "It broke. Outcome.");
  await undo(page, window);
  await becomes(() => current(page), "It broke. Outcome. Communication.");
  await someone.end();
});

test("a name that is blank is refused beside its field", async () => {
  const { someone, page, list } = await coding();
  await list.getByLabel("Name of Process").fill("  ");
  await list.getByLabel("Name of Process").press("Enter");
  await list.getByRole("alert").filter({ hasText: "blank" }).waitFor();
  assert.equal(await current(page), "It broke. Outcome. Communication.");
  await someone.end();
});

test("an area is added, renamed and removed", async () => {
  const { someone, window } = await coding();
  const list = window.getByRole("region", { name: "Areas" });
  await list.getByLabel("Add an area").fill("Storage");
  await list.getByLabel("Add an area").press("Enter");
  await becomes(() => names(list), ["Storage"]);
  await list.getByLabel("Name of Storage").fill("Disks");
  await list.getByLabel("Name of Storage").press("Enter");
  await becomes(() => names(list), ["Disks"]);
  await list.getByRole("button", { name: "Remove Disks" }).click();
  await becomes(() => names(list), []);
  await someone.end();
});
