// A scribe's notes become the web, and what was not understood is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { opened, saved, web } from "../map.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const NOTES = `# Sync stopped for a morning
Impact: 300 branches worked on yesterday's prices
- the nightly sync did not finish
  - the disk of the sync host filled up
    - logs of a debug run were never removed
      * why? nobody knew the debug run was still on
    - the disk alert was set to 99 %
  - the sync has no time limit
1. nobody saw it until the branches called
   1. the dashboard shows the last run as green
   2. see 1

Actions
- [ ] Remove the debug logs weekly
- [x] Alert at 80 %
`;

const CARDS = [
  "300 branches worked on yesterday's prices. Outcome.",
  "logs of a debug run were never removed. Condition.",
  "nobody knew the debug run was still on. Condition.",
  "nobody saw it until the branches called. Condition.",
  "the dashboard shows the last run as green. Condition.",
  "the disk alert was set to 99 %. Condition.",
  "the disk of the sync host filled up. Condition.",
  "the nightly sync did not finish. Condition.",
  "the sync has no time limit. Condition.",
];

test("notes typed into the start page become the web", async () => {
  const someone = await visit();
  const page = await someone.open();
  await page.getByLabel("Bring notes").fill(NOTES);
  await page.getByRole("button", { name: "Make a map of these notes" }).click();
  const ready = page.getByRole("dialog", { name: "Sync stopped for a morning" });
  console.log(await ready.innerText());
  await ready.getByRole("button", { name: "Open as a new incident" }).click();
  await opened(page, CARDS.length);
  console.log(await web(page));
  await saved(page);
  await someone.end();
});
