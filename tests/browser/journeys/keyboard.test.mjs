// From an empty page to a saved web of twelve factors with the keyboard alone, and back again after
// the tab is gone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { Keys } from "../keys.mjs";
import { current, map, opened, picture, redo, saved, selected, undo, web } from "../map.mjs";
import { begin, entry, question } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const OUTCOME = "Checkout was down for 40 minutes";

/** Types the web; gives how many steps it took. */
async function typeWeb(page, keys) {
  // The page begins with the cursor in its one question.
  await question(page).and(page.locator(":focus")).waitFor();
  await keys.type(OUTCOME, "Enter");
  await opened(page, 1);
  await selected(page, OUTCOME);

  // Down one line of whys, and siblings beside its end.
  await keys.press("Tab");
  await keys.type("The payment certificate had expired", "Tab");
  await keys.type("The renewal job failed every night", "Shift+Enter");
  await keys.type("Nobody owned the certificate", "Shift+Enter");
  await keys.type("The expiry alert went to a retired mailing list", "Enter");
  await selected(page, "The expiry alert");
  await keys.press("2");

  // Along the flow back to the outcome, and into the next line of whys.
  await keys.press("ArrowRight", "ArrowRight");
  await selected(page, OUTCOME);
  await keys.press("Tab");
  await keys.type("The fallback provider refused the traffic", "Tab");
  await keys.type("The fallback had never been tried under load", "Shift+Enter");
  await keys.type("Its contract limit was a tenth of the traffic", "Shift+Tab");
  // Shift+Tab went one level out, so this one stands beside the fallback provider.
  await keys.type("The team heard of it from a customer", "Tab");

  // The start of a statement that is there offers to link it, in place of making a twin.
  await keys.type("The exp", "ArrowDown", "Enter");
  await selected(page, "The expiry alert");
  await keys.press("Tab");
  await keys.type("The new mail system was announced once", "Tab");
  await keys.type("The change calendar had no owner", "Enter");
  await selected(page, "The change calendar");
  await keys.press("1");

  // An effect links by name: the change calendar had a part in the missing owner too.
  await keys.press("l");
  await keys.type("nobody own", "Enter");
  await becomes(() => web(page).then(({ links }) => links.length), 12, "links");
  await selected(page, "The change calendar");

  // Two more codes, on cards found by their words.
  await keys.press("Control+f");
  await keys.type("renewal", "Enter");
  await selected(page, "The renewal job");
  await keys.press("3", "Control+f");
  await keys.type("never tried", "Enter");
  await becomes(() => current(page), "The fallback had never been tried under load. Condition.");
  await keys.press("4", "Tab");
  await keys.type("No rehearsal was planned", "Enter");
  await opened(page, 12);
  return 12 + 2 + 4;
}

const WEB = {
  cards: [
    "Checkout was down for 40 minutes. Outcome.",
    "Its contract limit was a tenth of the traffic. Condition.",
    "No rehearsal was planned. Condition.",
    "Nobody owned the certificate. Condition.",
    "The change calendar had no owner. Condition. Process.",
    "The expiry alert went to a retired mailing list. Condition. Communication.",
    "The fallback had never been tried under load. Condition. Human.",
    "The fallback provider refused the traffic. Condition.",
    "The new mail system was announced once. Condition.",
    "The payment certificate had expired. Condition.",
    "The renewal job failed every night. Condition. Tooling.",
    "The team heard of it from a customer. Condition.",
  ],
  links: [
    ["Its contract limit was a tenth of the traffic", "The fallback provider refused the traffic"],
    ["No rehearsal was planned", "The fallback had never been tried under load"],
    ["Nobody owned the certificate", "The payment certificate had expired"],
    ["The change calendar had no owner", "Nobody owned the certificate"],
    ["The change calendar had no owner", "The new mail system was announced once"],
    ["The expiry alert went to a retired mailing list", "The payment certificate had expired"],
    ["The expiry alert went to a retired mailing list", "The team heard of it from a customer"],
    ["The fallback had never been tried under load", "The fallback provider refused the traffic"],
    ["The fallback provider refused the traffic", OUTCOME],
    ["The new mail system was announced once", "The expiry alert went to a retired mailing list"],
    ["The payment certificate had expired", OUTCOME],
    ["The renewal job failed every night", "The payment certificate had expired"],
    ["The team heard of it from a customer", OUTCOME],
  ].map(([cause, effect]) => `“${cause}” contributed to “${effect}”: untested`),
};

test("a web of twelve factors by keyboard alone outlives its tab", async (t) => {
  const someone = await visit();
  const page = await someone.open();
  const keys = new Keys(page);
  const steps = await typeWeb(page, keys);
  await becomes(() => web(page), WEB);
  t.diagnostic(`${keys.pressed} keys beside ${keys.letters} letters for 12 factors, 13 links, 4 categories`);

  await t.test("undo goes back to empty, a gesture a step, and redo brings all back", async () => {
    assert.equal(await redo(page).isDisabled(), true, "there is nothing to redo yet");
    for (let step = 0; step < steps; step += 1) {
      assert.equal(await undo(page).isDisabled(), false, `undo ended after ${step} of ${steps}`);
      await page.keyboard.press("z");
    }
    await page.getByText("Nothing on the map yet").waitFor();
    await becomes(() => web(page), { cards: [], links: [] });
    assert.equal(await undo(page).isDisabled(), true, "undo goes on beyond the beginning");
    for (let step = 0; step < steps; step += 1) await page.keyboard.press("Shift+z");
    await becomes(() => web(page), WEB);
    assert.equal(await redo(page).isDisabled(), true, "redo goes on beyond the end");
    await selected(page, "No rehearsal");
  });

  await t.test("the tab closes without a goodbye; all is there again, in the same picture", async () => {
    await saved(page);
    const before = await picture(page);
    await page.close({ runBeforeUnload: false });
    const later = await someone.open();
    const row = entry(later, OUTCOME);
    await row.getByText("12 factors").waitFor();
    await row.getByRole("link").press("Enter");
    await opened(later, 12);
    assert.deepEqual(await web(later), WEB);
    assert.deepEqual(await picture(later), before);
    assert.equal(await undo(later).isDisabled(), true, "undo does not reach past a reload");
    await saved(later);
  });
  await someone.end();
});

test("a file, another, any command and a card are a key away wherever one is", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, OUTCOME);
  await page.keyboard.press("d");
  const places = {
    "a field": page.getByRole("textbox", { name: "Statement" }),
    "a button": page.getByRole("banner").getByRole("button", { name: "Ask" }),
  };
  for (const [place, element] of Object.entries(places)) {
    for (const [key, name] of [
      ["Control+s", "Export"], ["Control+o", "Import"], ["Control+k", "Any command"], ["Control+f", "Find a card"],
    ]) {
      await element.focus();
      await page.keyboard.press(key);
      const window = page.getByRole("dialog", { name });
      await window.waitFor();
      await page.keyboard.press("Escape");
      await window.waitFor({ state: "detached" });
    }
    assert.equal(await page.locator("#map .card").count(), 1, `nothing came of it from ${place}`);
  }
  // A step is taken back from a button; in a field, words are.
  await page.keyboard.press("Escape");
  await map(page).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("The disk filled up");
  await page.keyboard.press("Enter");
  await opened(page, 2);
  await places["a field"].focus();
  await page.keyboard.press("Control+z");
  await places["a button"].focus();
  assert.equal(await page.locator("#map .card").count(), 2);
  await page.keyboard.press("Control+z");
  await opened(page, 1);
  await someone.end();
});
