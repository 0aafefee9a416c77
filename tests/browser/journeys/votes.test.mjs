// Votes: a budget of dots, private until they are shown, and never called evidence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { command } from "../command.mjs";
import { exported } from "../files.mjs";
import { saved } from "../map.mjs";
import { openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const window = (page) => page.getByRole("dialog", { name: "Votes" });

test("dots are put alone, kept over a reload, shown without a name", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openExample(page, /GitLab\.com database outage/, 36);
  await command(page, "Votes");
  await window(page).getByRole("combobox", { name: /^Dots/ }).selectOption("2");
  await window(page).getByRole("button", { name: "Open the votes" }).click();
  const rows = window(page).getByRole("row");
  const more = rows.nth(1).getByRole("button", { name: /^A dot for feasible/ });
  await more.click();
  await more.click();
  await window(page).getByText("Left: 0 for “feasible”, 2 for “would matter”.").waitFor();
  assert.ok(await more.isDisabled(), "the budget is spent");
  await assertAccessible(page, "dialog.modal");
  await window(page).getByRole("button", { name: "Close", exact: true }).click();
  await saved(page);
  const before = JSON.parse((await exported(page, "Whyweb file")).text).incident;
  assert.equal(before.ballots, undefined, "nothing of it is in the incident yet");

  await page.reload();
  await page.getByRole("button", { name: "Put your dots" }).click();
  await window(page).getByText("Left: 0 for “feasible”").waitFor();
  await window(page).getByRole("button", { name: "Show everybody’s dots" }).click();
  await becomes(() => rows.nth(1).getByRole("cell").allTextContents().then((cells) => cells.slice(0, 2)),
    ["2", "0"], "the dots are shown");
  await window(page).getByText("A vote is not evidence").waitFor();
  await assertAccessible(page, "dialog.modal");
  await window(page).getByRole("button", { name: "Close", exact: true }).click();
  await saved(page);
  const { ballots } = JSON.parse((await exported(page, "Whyweb file")).text).incident;
  assert.deepEqual(ballots.map((ballot) => Object.keys(ballot).sort()), [["about", "dots", "id"]]);
  await someone.end();
});
