// A scribe's notes become the web, and what was not understood is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { opened, saved, web } from "../map.mjs";
import { begin, entry } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const NOTES = `# Sync stopped for a morning
Impact: 300 branches worked on yesterday's prices
1. the nightly sync did not finish
   - the disk of the sync host filled up
     - logs of a debug run were never removed
       * why? nobody knew the debug run was still on
   - the sync has no time limit
2. nobody saw it until the branches called
	- the dashboard shows the last run as green
	- The disk of the sync host filled up.
	- see 1
	- see 9
We meet again on Friday.
## Actions
- [ ] Remove the debug logs weekly
`;

const WEB = {
  cards: [
    "300 branches worked on yesterday's prices. Outcome.",
    "logs of a debug run were never removed. Condition.",
    "nobody knew the debug run was still on. Condition.",
    "nobody saw it until the branches called. Condition.",
    "the dashboard shows the last run as green. Condition.",
    "the disk of the sync host filled up. Condition.",
    "the nightly sync did not finish. Condition.",
    "the sync has no time limit. Condition.",
  ],
  links: [
    ["logs of a debug run were never removed", "the disk of the sync host filled up"],
    ["nobody knew the debug run was still on", "logs of a debug run were never removed"],
    ["nobody saw it until the branches called", "300 branches worked on yesterday's prices"],
    ["the dashboard shows the last run as green", "nobody saw it until the branches called"],
    ["the disk of the sync host filled up", "nobody saw it until the branches called"],
    ["the disk of the sync host filled up", "the nightly sync did not finish"],
    ["the nightly sync did not finish", "300 branches worked on yesterday's prices"],
    ["the nightly sync did not finish", "nobody saw it until the branches called"],
    ["the sync has no time limit", "the nightly sync did not finish"],
  ].map(([cause, effect]) => `“${cause}” contributed to “${effect}”: untested`),
};

/** The window that says what was read. */
const ready = (page) => page.getByRole("dialog", { name: "Sync stopped for a morning" });

/** Opens what was read, and asserts that it is the whole web. */
async function openWeb(page) {
  await ready(page).getByRole("button", { name: "Open as a new incident" }).click();
  await opened(page, WEB.cards.length);
  await becomes(() => web(page), WEB);
}

test("notes typed into the start page become the web, and remarks say what was not placed", async () => {
  const someone = await visit();
  const page = await someone.open();
  await page.getByRole("textbox", { name: "Bring notes" }).fill(NOTES);
  await page.getByRole("button", { name: "Make a map of these notes" }).click();
  await ready(page).getByText("Read: 8 factors, 9 links, 1 action and 2 notes.").waitFor();
  assert.deepEqual(await ready(page).getByRole("listitem").allTextContents(), [
    'line 12: nothing is called "9"; the line is kept as a note',
    "line 13: this is no item of a list; it is kept as a note",
  ]);
  await openWeb(page);
  await saved(page);
  await someone.end();
});

test("what was not placed is in the details of the incident", async () => {
  const someone = await visit();
  const page = await someone.open();
  await page.getByRole("textbox", { name: "Bring notes" }).fill(NOTES);
  await page.getByRole("button", { name: "Make a map of these notes" }).click();
  await openWeb(page);
  await page.keyboard.press("d");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("heading", { name: "Incident" }).waitFor();
  assert.equal(await details.getByRole("textbox", { name: "Title" }).inputValue(), "Sync stopped for a morning");
  await details.getByText("Remove the debug logs weekly").waitFor();
  await details.getByText("We meet again on Friday.").waitFor();
  await details.getByText("see 9").waitFor();
  await someone.end();
});

test("pasting beside all fields brings notes too", async () => {
  const someone = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await someone.open();
  await page.getByRole("link", { name: /GitLab/ }).focus();
  await page.evaluate((notes) => navigator.clipboard.writeText(notes), NOTES);
  await page.keyboard.press("Control+v");
  await openWeb(page);
  await someone.end();
});

test("a file dropped onto an open map opens beside it", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "The map that is open");
  await saved(page);
  await page.evaluate((notes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([notes], "notes.md", { type: "text/markdown" }));
    const brings = (name) => new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector("#map").dispatchEvent(brings("dragover"));
    document.querySelector("#map").dispatchEvent(brings("drop"));
  }, NOTES);
  await openWeb(page);
  await saved(page);
  await page.getByRole("link", { name: "Whyweb: all incidents" }).click();
  await entry(page, "Sync stopped for a morning").waitFor();
  await entry(page, "The map that is open").waitFor();
  await someone.end();
});
