// Versions: kept, compared, gone back to, which is undone like any edit; and how the map grew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { command } from "../command.mjs";
import { Keys } from "../keys.mjs";
import { map, opened, web } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const window = (page) => page.getByRole("dialog", { name: "History" });

/** A visit with an outcome, a version, and a cause that came after it. */
async function grown() {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Orders were lost");
  await command(page, "History");
  const name = window(page).getByRole("textbox", { name: "Keep this version as…" });
  await name.fill("Before the meeting");
  await name.press("Enter");
  await window(page).getByText("Before the meeting").first().waitFor();
  await window(page).getByRole("button", { name: "Close" }).click();
  const keys = new Keys(page);
  await keys.press("Tab");
  await keys.type("The queue was full", "Enter");
  await opened(page, 2);
  await page.keyboard.press("Escape");
  return { someone, page };
}

test("what changed since a version is told, and going back is an edit that can be undone", async () => {
  const { someone, page } = await grown();
  const after = await web(page);
  await command(page, "History");
  const compared = window(page).getByRole("region", { name: "What changed" });
  await compared.getByRole("listitem").filter({ hasText: "The queue was full → Orders were lost" }).waitFor();
  assert.deepEqual(await compared.locator(".change-word").allTextContents(), ["added", "added"]);
  await assertAccessible(page, "dialog.modal");

  await window(page).getByRole("button", { name: "Go back to this" }).click();
  await opened(page, 1);
  await map(page).focus();
  await page.keyboard.press("z");
  await becomes(() => web(page), after, "one press of Z brings all of it back");
  await someone.end();
});

test("the map grows again, step by step, and nothing moves", async () => {
  const { someone, page } = await grown();
  await command(page, "History");
  await window(page).getByRole("radio", { name: "How the map grew" }).click();
  const drawn = () => page.locator(".grown > g .card").evaluateAll((cards) => cards.map((card) => {
    const isSeen = getComputedStyle(card.closest(".grown > g")).opacity !== "0";
    return [card.getAttribute("aria-label").split(".")[0], isSeen, card.getAttribute("transform")];
  }));
  const all = await drawn();
  await window(page).getByRole("button", { name: "One step back" }).click();
  const seen = (name) => all.map(([words, , at]) => [words, name.includes(words), at]);
  await becomes(drawn, seen(["Orders were lost"]), "only the outcome had come");
  await window(page).getByText("1 of 2").waitFor();
  await window(page).getByRole("slider", { name: "Step" }).press("ArrowRight");
  await becomes(drawn, seen(["Orders were lost", "The queue was full"]), "now its cause has");
  await window(page).getByRole("button", { name: "Play" }).click();
  await window(page).getByText("1 of 2").waitFor();
  await window(page).getByText("2 of 2").waitFor();
  await window(page).getByRole("button", { name: "Play" }).waitFor();
  await assertAccessible(page, "dialog.modal");
  await someone.end();
});
