// Review comments: written beside a factor, found in one list, resolved; a quiet mark on the map.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { exported } from "../files.mjs";
import { map, saved, selected } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const window = (page) => page.getByRole("dialog", { name: "Comments" });
const marks = (page) => page.locator("#map .comments-mark text").allTextContents();

test("a comment is written on a card, found in the list and resolved", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Orders were lost");
  await page.keyboard.press("d");
  const details = page.getByRole("complementary", { name: "Details" });
  const field = details.getByRole("textbox", { name: "Add a comment" });
  await field.fill("How many orders?");
  await field.press("Enter");
  await details.getByText("How many orders?").waitFor();
  await becomes(() => marks(page), ["1"], "one open comment is marked on the card");

  await map(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+m");
  await window(page).getByRole("textbox", { name: "Signed" }).fill("Reviewer");
  await window(page).getByRole("textbox", { name: "Signed" }).press("Enter");
  await window(page).getByRole("textbox", { name: "Add a comment" }).fill("Ask support, too.");
  await window(page).getByRole("textbox", { name: "Add a comment" }).press("Enter");
  await window(page).getByText(/^Reviewer, /).waitFor();
  await assertAccessible(page, "dialog.modal");
  await window(page).getByRole("button", { name: "Orders were lost" }).click();
  await selected(page, "Orders were lost");

  await details.getByRole("button", { name: "Resolve" }).click();
  await becomes(() => marks(page), [], "what is resolved is not marked");
  await map(page).focus();
  await page.keyboard.press("z");
  await becomes(() => marks(page), ["1"], "undo opens it again");
  await saved(page);
  const { text } = await exported(page, "Whyweb file");
  const { comments } = JSON.parse(text).incident;
  assert.deepEqual(comments.map((comment) => [comment.text, comment.by, comment.resolved]), [
    ["How many orders?", undefined, undefined],
    ["Ask support, too.", "Reviewer", undefined],
  ]);
  await someone.end();
});
