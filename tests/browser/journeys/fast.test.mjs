// As fast as people speak, on a machine that is slow: no key is lost or taken for another, however
// far the drawing is behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { hurry } from "../keys.mjs";
import { opened, web } from "../map.mjs";
import { begin, openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

/** Makes the page's processor so many times slower. */
async function slow(page, times) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: times });
}

test("cards typed in one go on the map", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "It stopped");
  await slow(page, 6);
  await hurry(page, "Tab", "the disk was full", "Tab", "no log was kept", "Shift+Enter",
    "no alert was set", "Enter", "1", "ArrowRight", "2");
  await opened(page, 4);
  await becomes(() => web(page), {
    cards: [
      "It stopped. Outcome.",
      "no alert was set. Condition. Process.",
      "no log was kept. Condition.",
      "the disk was full. Condition. Communication.",
    ],
    links: [
      "“no alert was set” contributed to “the disk was full”: untested",
      "“no log was kept” contributed to “the disk was full”: untested",
      "“the disk was full” contributed to “It stopped”: untested",
    ],
  });
  await someone.end();
});

test("lines typed in one go in the outline", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "It stopped");
  await page.keyboard.press("o");
  await page.getByRole("treeitem", { name: "It stopped" }).click();
  await slow(page, 6);
  await hurry(page, "Tab", "the disk was full", "Enter", "Tab", "no log was kept", "Enter",
    "no alert was set", "Enter", "Escape");
  await opened(page, 4);
  await becomes(() => web(page).then(({ links }) => links), [
    "“no alert was set” contributed to “the disk was full”: untested",
    "“no log was kept” contributed to “the disk was full”: untested",
    "“the disk was full” contributed to “It stopped”: untested",
  ]);
  await someone.end();
});

test("a link by name typed in one go into a large web", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openExample(page, /GitLab\.com database outage/, 36);
  await slow(page, 6);
  const before = (await web(page)).links;
  await hurry(page, "Control+f", "runbook", "Enter", "l", "silent", "Enter");
  await becomes(() => web(page).then(({ links }) => links.length), before.length + 1);
  const added = (await web(page)).links.filter((link) => !before.includes(link));
  assert.match(added[0], /runbook and manual” contributed to “The copy tool waits silently/);
  await someone.end();
});
