// The wording coach: what it marks, why, and what one does with that; all from the keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { exported } from "../files.mjs";
import { card, current, map, saved, selected, undo } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const details = (page) => page.getByRole("complementary", { name: "Details" });
const coach = (page) => details(page).getByRole("region", { name: "Wording coach" });
const hint = (page) => map(page).getByRole("status");

/** The cards with a mark, as they are heard. */
const marked = (page) => page.locator("#map .place:has(.worded) .card").evaluateAll((cards) =>
  cards.map((card) => card.getAttribute("aria-label").split(". ")[0]).sort());

/** Does something by its name. */
async function command(page, name) {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

/** Types a cause of the card that is selected, and fixes it. */
async function cause(page, words) {
  await page.keyboard.press("Tab");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await selected(page, words);
}

test("blame is marked, told why, said in other words, dismissed for good, and silenced", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Checkout was down");

  // Below the words while they are typed, with other words a key away; typing goes on all the while.
  await page.keyboard.press("Tab");
  await page.keyboard.type("The operator failed to read the log");
  await hint(page).waitFor();
  assert.match(await hint(page).innerText(), /“failed to” judges/);
  assert.match(await hint(page).innerText(), /Take: “The operator did not read the log”/);
  await page.keyboard.press("Control+.");
  await hint(page).waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await selected(page, "The operator did not read the log");
  assert.deepEqual(await marked(page), []);

  // On the card, and why in the details.
  await cause(page, "The reviewer should have read the alert");
  await becomes(() => marked(page), ["The reviewer should have read the alert"], "the mark");
  const spoken = await card(page, "The reviewer").getAttribute("aria-description");
  assert.match(spoken, /coach/);
  await page.keyboard.press("d");
  await coach(page).waitFor();
  assert.equal(await coach(page).locator("mark").innerText(), "should have");
  assert.match(await coach(page).innerText(), /seen from afterwards/);
  assert.match(await coach(page).innerText(), /What happened instead/);
  await assertAccessible(page, ".details");
  await map(page).focus();
  await page.keyboard.press("Control+.");
  await selected(page, "The reviewer had not read the alert");
  await becomes(() => marked(page), [], "what was taken is marked no more");
  await coach(page).waitFor({ state: "detached" });

  // Dismissed, and taken back, and dismissed again: an edit as any other.
  await cause(page, "Human error");
  await becomes(() => marked(page), ["Human error"], "the mark");
  await page.keyboard.press("q");
  await becomes(() => marked(page), [], "what was dismissed");
  await undo(page).click();
  await becomes(() => marked(page), ["Human error"], "the mark is back");
  await map(page).focus();
  await page.keyboard.press("q");
  await becomes(() => marked(page), [], "what was dismissed");
  await cause(page, "The wiki is always out of date");
  await becomes(() => marked(page), ["The wiki is always out of date"], "the mark");

  // Neither marks nor dismissals are on the picture; the file keeps the dismissal.
  const picture = await exported(page, /SVG/);
  assert.doesNotMatch(picture.text, /class="worded"|aria-description/);
  const file = await exported(page, /Whyweb file/);
  assert.match(file.text, /"dismissed": \[\s*"human-error"\s*\]/);

  await saved(page);
  await page.reload();
  await card(page, "Human error").waitFor();
  await becomes(() => marked(page), ["The wiki is always out of date"], "dismissed for good");

  // From one marked card to the next, with the details that say why.
  await map(page).focus();
  await page.keyboard.press("Shift+q");
  await selected(page, "The wiki is always out of date");
  assert.match(await coach(page).innerText(), /“always”/);

  await command(page, "Wording coach: on or off");
  await becomes(() => marked(page), [], "the coach is off");
  await coach(page).waitFor({ state: "detached" });
  await page.reload();
  await card(page, "Human error").waitFor();
  await details(page).waitFor();
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  const field = page.getByRole("textbox", { name: "Why? What contributed to it?" });
  await field.waitFor();
  await page.keyboard.type("Bob forgot it");
  assert.equal(await field.inputValue(), "Bob forgot it");
  assert.equal(await hint(page).count(), 0, "nothing is said while one types");
  await page.keyboard.press("Escape");
  await command(page, "Wording coach: on or off");
  await becomes(() => marked(page), ["The wiki is always out of date"], "the coach is on again");
  await someone.end();
});

test("what people did without a cause is asked about, and questions fit the card", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "Checkout was down");
  await cause(page, "The delete ran on the primary");
  await page.keyboard.press("4");
  await page.keyboard.press("d");
  await coach(page).waitFor();
  assert.match(await coach(page).innerText(), /What made it the sensible thing then/);
  assert.deepEqual(await marked(page), [], "no words are marked");

  const prompt = details(page).getByRole("region", { name: "A question to ask" });
  const first = await prompt.locator("p").innerText();
  assert.equal(first, "What did you see at that moment?");
  await prompt.getByRole("button", { name: "Another question" }).click();
  await becomes(async () => (await prompt.locator("p").innerText()) === first, false, "another question");

  await map(page).focus();
  await cause(page, "Both hosts look alike in the terminal");
  await page.keyboard.press("ArrowRight");
  await becomes(async () => /^The delete ran/.test(await current(page)), true, "the card before");
  await coach(page).waitFor({ state: "detached" });
  await someone.end();
});
