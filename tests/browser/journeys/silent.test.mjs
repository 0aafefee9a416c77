// The silent round: each writes alone, by file where people are not connected; all is shown at once.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { command } from "../command.mjs";
import { map, opened, spokenCards, spokenLinks } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const window = (page) => page.getByRole("dialog", { name: "Silent round" });

/** Opens a round about the one outcome and writes notes. */
async function write(page, ...notes) {
  await command(page, "Silent round");
  await window(page).getByRole("button", { name: "Open the round" }).click();
  const field = window(page).getByRole("textbox", { name: "Write a note" });
  for (const note of notes) {
    await field.fill(note);
    await field.press("Enter");
    await window(page).getByRole("listitem").filter({ hasText: note }).waitFor();
  }
}

/** What somebody who is not connected hands over. */
async function fileOf(notes) {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Orders were lost");
  await write(page, ...notes);
  const download = page.waitForEvent("download");
  await window(page).getByRole("button", { name: "Save my notes as a file" }).click();
  const file = await download;
  const text = await readFile(await file.path(), "utf8");
  await someone.end();
  return { name: file.suggestedFilename(), mimeType: "text/plain", buffer: Buffer.from(text) };
}

test("notes of two people are shown at once, and twins are merged side by side", async () => {
  const file = await fileOf(["The queue was never watched", "Nobody was on call"]);
  assert.equal(String(file.buffer), "Nobody was on call\nThe queue was never watched\n");
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Orders were lost");
  await write(page, "Nobody watched the queue");
  assert.equal((await spokenCards(page)).length, 1, "nothing is on the map yet");
  await assertAccessible(page, "dialog.modal");
  await page.reload();
  await page.getByRole("button", { name: "Write your notes" }).click();
  await window(page).getByText("Nobody watched the queue").waitFor();
  await page.getByLabel("Add files of notes…").setInputFiles(file);
  await window(page).getByText("Nobody was on call").waitFor();
  await window(page).getByRole("button", { name: "Show all notes" }).click();
  await opened(page, 4);
  await becomes(async () => (await spokenLinks(page)).length, 3, "each is a cause of the outcome");

  await window(page).getByText("Pairs that say nearly the same: 1.").waitFor();
  await assertAccessible(page, "dialog.modal");
  await window(page).getByRole("button", { name: "Merge into this: Nobody watched the queue" }).click();
  await opened(page, 3);
  await window(page).getByText("No two of them say nearly the same.").waitFor();
  await window(page).getByRole("button", { name: "End the round" }).click();
  await page.keyboard.press("Escape");
  await map(page).focus();
  // The end of the round, the merge, and then all notes at once.
  for (const _ of [1, 2, 3]) await page.keyboard.press("z");
  await opened(page, 1);
  await someone.end();
});

test("a file that holds no notes is refused with a reason", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Orders were lost");
  await write(page);
  const buffer = Buffer.from("{\"format\": \"whyweb\"}");
  await page.getByLabel("Add files of notes…").setInputFiles({ name: "map.json", mimeType: "text/plain", buffer });
  await page.getByRole("alert").filter({ hasText: "no file of notes" }).waitFor();
  await someone.end();
});
