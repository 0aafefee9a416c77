// The incidents on this device: a list to come back to, and two tabs that lose nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { card, opened, saved, selected, spokenCards } from "../map.mjs";
import { begin, device, entry } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

/** The names in the list, in alphabetical order. */
const names = (page) => device(page).getByRole("link").allTextContents().then((all) => all.sort());

/** A visit with one stored incident of two factors, back at the list. */
async function listed() {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "The site was down");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The disk filled up");
  await page.keyboard.press("Enter");
  await opened(page, 2);
  await saved(page);
  await page.getByRole("link", { name: "Whyweb: all incidents" }).click();
  await entry(page, "The site was down").getByText("2 factors").waitFor();
  return { someone, page };
}

test("an incident is renamed in the list, and stays so", async () => {
  const { someone, page } = await listed();
  await page.getByRole("button", { name: "Rename “The site was down”" }).click();
  await page.getByRole("textbox", { name: "New name" }).fill("Outage of 3 May");
  await page.keyboard.press("Enter");
  await becomes(() => names(page), ["Outage of 3 May"]);
  await page.reload();
  await becomes(() => names(page), ["Outage of 3 May"]);
  await entry(page, "Outage of 3 May").getByRole("link").click();
  await opened(page, 2);
  assert.equal(await page.getByRole("textbox", { name: "Title" }).first().inputValue(), "Outage of 3 May");
  await someone.end();
});

test("a copy is another incident", async () => {
  const { someone, page } = await listed();
  await page.getByRole("button", { name: "Duplicate “The site was down”" }).click();
  await becomes(() => names(page), ["The site was down", "The site was down (copy)"]);
  await entry(page, "The site was down (copy)").getByRole("link").click();
  await opened(page, 2);
  await page.keyboard.press("a");
  await page.keyboard.type("Mail was late");
  await page.keyboard.press("Enter");
  await opened(page, 3);
  await saved(page);
  await page.goBack();
  await entry(page, "The site was down (copy)").getByText("3 factors").waitFor();
  await entry(page, "The site was down").getByText("2 factors").waitFor();
  await someone.end();
});

test("what is deleted comes back with one press", async () => {
  const { someone, page } = await listed();
  await page.getByRole("button", { name: "Delete “The site was down”" }).click();
  await becomes(() => names(page), []);
  await device(page).getByText("No incidents yet.").waitFor();
  await device(page).getByRole("status").getByRole("button", { name: "Undo" }).click();
  await becomes(() => names(page), ["The site was down"]);
  await entry(page, "The site was down").getByRole("link").click();
  await opened(page, 2);
  await someone.end();
});

test("what was edited in two tabs is all there after a reload", async () => {
  const { someone, page } = await listed();
  await entry(page, "The site was down").getByRole("link").click();
  await opened(page, 2);
  const other = await someone.open(new URL(page.url()).hash);
  await opened(other, 2);
  for (const [tab, cause, cards] of [[page, "Logs were kept for ever", 3], [other, "Nobody was told", 4]]) {
    await tab.keyboard.press("Control+f");
    await tab.keyboard.type("disk");
    await tab.keyboard.press("Enter");
    await selected(tab, "The disk filled up");
    await tab.keyboard.press("Tab");
    await tab.keyboard.type(cause);
    await tab.keyboard.press("Enter");
    await opened(tab, cards);
    await saved(tab);
  }
  await page.reload();
  await opened(page, 4);
  assert.deepEqual(await spokenCards(page), [
    "Logs were kept for ever. Condition.",
    "Nobody was told. Condition.",
    "The disk filled up. Condition.",
    "The site was down. Outcome.",
  ]);
  await someone.end();
});

test("a change is stored within a tenth of a second", async (t) => {
  const { someone, page } = await listed();
  await entry(page, "The site was down").getByRole("link").click();
  await opened(page, 2);
  await saved(page);
  await card(page, "The disk filled up").click();
  await selected(page, "The disk filled up");
  const times = [];
  for (const key of ["1", "2", "3", "4", "1"]) {
    // Watched inside the page: from the first word of saving to the word that it is done.
    await page.locator(".saved").evaluate((line) => {
      globalThis.took = new Promise((resolve) => {
        let began;
        const watch = new MutationObserver(() => {
          if (line.textContent.startsWith("Saving")) began ??= performance.now();
          else if (began !== undefined) resolve(performance.now() - began);
        });
        watch.observe(line, { childList: true, characterData: true, subtree: true });
      });
    });
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => globalThis.took));
  }
  // The middle one: a machine may be busy with something else now and then.
  const [, , middle] = times.sort((a, b) => a - b);
  t.diagnostic(`stored after ${middle.toFixed(0)} ms`);
  assert.ok(middle < 100, `it took ${middle} ms`);
  await someone.end();
});
