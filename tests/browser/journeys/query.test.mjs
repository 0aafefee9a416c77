// Written queries, from the keyboard, on an incident that was real.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { map, undo } from "../map.mjs";
import { openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const OUTCOME = "GitLab.com is unavailable for about 18 hours";
const CAUSES = [
  "About 300 GB of live data is removed within seconds",
  "Copying the database back takes about 18 hours",
  "The staging copy drops webhooks, which need separate restoration",
];

const asks = (page) => page.getByRole("dialog", { name: "Ask" });
const field = (page) => page.getByRole("textbox", { name: "Query" });
const offered = (page) => page.getByRole("listbox", { name: "Completions" });
const wrong = (page) => asks(page).getByRole("alert");
const rows = (page) => page.getByRole("region", { name: "Rows of the query" });
const sentence = (page) => rows(page).getByRole("status");

async function openGitlab(page) {
  await openExample(page, /GitLab/, 36);
  await map(page).focus();
}

async function ask(page) {
  await page.keyboard.press("/");
  await asks(page).waitFor();
}

/** Writes a query and runs it. */
async function run(page, text) {
  await ask(page);
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await rows(page).waitFor();
}

/** What the cells of the table say, row for row, without its first column. */
const cells = (page) => rows(page).locator("tbody tr").evaluateAll((lines) =>
  lines.map((line) => [...line.cells].slice(1).map((cell) => cell.innerText.trim())));

/** How many cards one sees at full strength. */
const plain = (page) => page.locator("#map .place").evaluateAll((places) =>
  places.filter((place) => Number(getComputedStyle(place).opacity) === 1).length);

test("a query is completed by keyboard, its rows are shown and raised on the map", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openGitlab(page);
  await ask(page);
  await page.keyboard.type("match (cause:Fa");
  await offered(page).getByRole("option", { name: "Factor label", selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(")-[:CON");
  await offered(page).getByRole("option", { name: /^CONTRIBUTES_TO/, selected: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("]->(:Outcome {statement: 'GitLab.com is un");
  await offered(page).getByRole("option", { name: OUTCOME }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("})");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("RETURN cause.sta");
  await page.keyboard.press("Tab");
  await page.keyboard.type(", cause.time AS time, size(cause.statement) AS letters ORDER BY cause.statement");
  await becomes(() => field(page).inputValue(),
    `match (cause:Factor)-[:CONTRIBUTES_TO]->(:Outcome {statement: '${OUTCOME}'})\n`
      + "RETURN cause.statement, cause.time AS time, size(cause.statement) AS letters ORDER BY cause.statement");
  // The first Escape is the list's, the window stays.
  await page.keyboard.press("Control+Space");
  await offered(page).waitFor();
  await page.keyboard.press("Escape");
  await offered(page).waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await rows(page).waitFor();
  await asks(page).waitFor({ state: "detached" });

  await becomes(() => sentence(page).textContent(), "3 rows");
  await becomes(() => cells(page), [
    [CAUSES[0], "2017-01-31 23:27 UTC", "51"],
    [CAUSES[1], "–\nnothing", "46"],
    [CAUSES[2], "–\nnothing", "64"],
  ]);
  await becomes(() => plain(page), 3, "cards at full strength");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await rows(page).getByRole("button", { name: "Select what row 2 names", pressed: true }).waitFor();
  await becomes(() => page.locator("#map .card[aria-selected=true]").count().then((n) => n || page.locator("#map .place.selected").count()), 1);
  await assertAccessible(page);

  await page.keyboard.press("Escape");
  await rows(page).waitFor({ state: "detached" });
  await becomes(() => plain(page), 36);
  await map(page).and(page.locator(":focus")).waitFor();
  await someone.end();
});

test("a typo is told with its place, and mended by a key", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openGitlab(page);
  await ask(page);
  await page.keyboard.type("MATCH (f:Factor) RETRUN f");
  await page.keyboard.press("Control+Enter");
  await wrong(page).getByText("Found RETRUN, expected", { exact: false }).waitFor();
  await becomes(() => wrong(page).locator("pre").innerText(),
    "1 | MATCH (f:Factor) RETRUN f\n  |                  ^^^^^^");
  await assertAccessible(page);
  await page.keyboard.press("Control+.");
  await becomes(() => field(page).inputValue(), "MATCH (f:Factor) RETURN f");
  await wrong(page).waitFor({ state: "detached" });
  // What the key wrote is taken back as if it had been typed.
  await page.keyboard.press("Control+z");
  await becomes(() => field(page).inputValue(), "MATCH (f:Factor) RETRUN f");
  await page.keyboard.press("Control+.");
  await page.keyboard.press("Control+Enter");
  await becomes(() => sentence(page).textContent(), "36 rows");

  // A name that nothing has is no mistake, but it is said.
  await page.keyboard.press("/");
  await field(page).fill("MATCH (f:Facter) RETURN f");
  await page.keyboard.press("Control+Enter");
  await rows(page).getByText("There is no label Facter", { exact: false }).waitFor();
  await becomes(() => rows(page).locator(":focus").count(), 1, "the focus within the rows");
  await page.keyboard.press("Control+.");
  await becomes(() => sentence(page).textContent(), "36 rows");
  await someone.end();
});

test("a runaway query says how far it is and is stopped by Escape, and typing never waits", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openGitlab(page);
  await run(page, "MATCH (a), (b), (c), (d), (e), (f) RETURN count(*) AS many");
  await becomes(() => sentence(page).textContent().then((words) => /^Running: .* steps so far/.test(words)), true);
  // Other work goes on meanwhile.
  await map(page).focus();
  await page.keyboard.press("Control+f");
  await page.getByRole("dialog", { name: "Find a card" }).waitFor();
  await page.keyboard.type("18 hours");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Find a card" }).waitFor({ state: "detached" });
  await rows(page).getByRole("group").focus();
  await page.keyboard.press("Escape");
  await rows(page).getByText("rows may be missing, and counts too small", { exact: false }).waitFor();
  await becomes(() => sentence(page).textContent(), "1 row");
  await page.keyboard.press("Escape");
  await rows(page).waitFor({ state: "detached" });
  await someone.end();
});

test("a question shows its text as a query, which is changed, kept, renamed, run and deleted", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openGitlab(page);
  await ask(page);
  await page.keyboard.type("several causes");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Answer" }).getByRole("button", { name: "Show as a query" }).click();
  await becomes(() => field(page).inputValue().then((text) => text.split("\n")[0]),
    "MATCH (cause:Factor)-[:CONTRIBUTES_TO]->(factor:Factor)");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" LIMIT 2");

  for (const home of ["this device", "the incident"]) {
    const keep = asks(page).getByRole("button", { name: "Keep under a name" });
    if (await keep.count() === 0) {
      await field(page).press("End");
      await page.keyboard.type(" ");
    }
    await keep.click();
    await page.keyboard.type(`Two of ${home}`);
    await asks(page).getByRole("button", { name: home }).click();
    await asks(page).getByText("Ask lists it.", { exact: false }).waitFor();
  }
  await field(page).focus();
  await page.keyboard.press("Control+Enter");
  await becomes(() => sentence(page).textContent(), "2 rows");
  await becomes(() => rows(page).locator(":focus").count(), 1, "the focus within the rows");
  const download = page.waitForEvent("download");
  await rows(page).getByRole("button", { name: "Save CSV of the rows" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  assert.equal(csv.split("\r\n")[0], "factor,causes");
  assert.equal(csv.trim().split("\r\n").length, 3);

  await map(page).focus();
  await ask(page);
  const kept = (name) => asks(page).getByRole("button", { name: new RegExp(`^${name}`) });
  await kept("Two of the incident").waitFor();
  await assertAccessible(page);
  await asks(page).getByRole("button", { name: "Rename “Two of this device”" }).click();
  await page.keyboard.type("Crossroads");
  await page.keyboard.press("Enter");
  await kept("Crossroads").waitFor();
  await asks(page).getByRole("button", { name: "Delete “Two of the incident”" }).click();
  await kept("Two of the incident").waitFor({ state: "detached" });
  await asks(page).getByRole("button", { name: "Bring it back" }).click();
  await kept("Two of the incident").click();
  await becomes(() => sentence(page).textContent(), "2 rows");

  // What is kept with the incident is a step like any other; what is on the device is in all of them.
  await undo(page).click();
  await map(page).focus();
  await ask(page);
  await kept("Crossroads").waitFor();
  assert.equal(await kept("Two of the incident").count(), 0);
  await someone.end();
});
