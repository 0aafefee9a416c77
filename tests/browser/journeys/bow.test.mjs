// The failure bow: one route, a step at a time, with a clock and an ending.

import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { command } from "../command.mjs";
import { openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const window = (page) => page.getByRole("dialog", { name: "Failure bow" });
const place = (page) => window(page).locator(".bow-place").textContent();

test("a route is walked with the arrow keys against the clock, and ends with what was learned", async () => {
  const someone = await visit();
  await someone.context.clock.install();
  const page = await someone.open();
  await openExample(page, /GitLab\.com database outage/, 36);
  await command(page, "Failure bow");
  await assertAccessible(page, "dialog.modal");
  await window(page).getByRole("combobox", { name: "Time" }).selectOption("0");
  await window(page).getByRole("button", { name: "Begin" }).click();
  await becomes(async () => (await place(page)).startsWith("1 of "), true, "the first step");
  await assertAccessible(page, "dialog.modal");

  const clock = window(page).getByRole("timer");
  await window(page).getByRole("button", { name: "Start the clock" }).click();
  await page.clock.runFor(61_000);
  await becomes(() => clock.textContent(), "3:59", "a minute and a second have gone");
  await page.clock.runFor(240_000);
  await becomes(() => clock.textContent(), "0:01 over", "the time is over");
  await window(page).getByRole("button", { name: "Stop the clock" }).click();
  await page.clock.runFor(60_000);
  await becomes(() => clock.textContent(), "0:01 over", "a stopped clock stands");

  await page.keyboard.press("n");
  const notes = window(page).getByRole("textbox", { name: /^Notes for this step/ });
  await notes.fill("Breathe.");
  await notes.press("Tab");
  await window(page).getByRole("button", { name: "Next" }).click();
  await becomes(() => notes.inputValue(), "", "each step has notes of its own");
  await page.keyboard.press("ArrowLeft");
  await becomes(() => notes.inputValue(), "Breathe.", "they are kept");

  await page.keyboard.press("End");
  await becomes(() => place(page), "The end");
  await window(page).getByRole("heading", { name: "What we will do" }).waitFor();
  const lessons = window(page).getByRole("textbox", { name: "What we learned" });
  await lessons.fill("Restore a backup every week.");
  await lessons.press("Tab");
  await assertAccessible(page, "dialog.modal");
  await window(page).getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("d");
  await page.getByRole("complementary", { name: "Details" }).getByText("Restore a backup every week.").waitFor();
  await someone.end();
});
