// Questions and what if, from the keyboard, on an incident that was real.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { largeIncident } from "../bench/incident.mjs";
import { assertAccessible, stage } from "../browser.mjs";
import { choose, exported } from "../files.mjs";
import { map, opened, saved, selected, spokenCards } from "../map.mjs";
import { begin, openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const OUTCOME = "Sites worldwide show errors for 27 minutes and traffic drops by about 80 percent";
const NEEDED = "The rule is live on every edge machine";
const MINOR = "Public status entries are updated slowly";

const answer = (page) => page.getByRole("region", { name: "Answer" });
const sentence = (page) => answer(page).getByRole("status");
const asks = (page) => page.getByRole("dialog", { name: "Ask" });

async function openCloudflare(page) {
  await openExample(page, /Cloudflare/, 26);
  await map(page).focus();
}

/** Asks the first question that has these words. */
async function ask(page, words) {
  await page.keyboard.press("/");
  await asks(page).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await answer(page).waitFor();
}

/** Selects the card with these words. */
async function find(page, words, statement) {
  await page.keyboard.press("Control+f");
  await page.getByRole("dialog", { name: "Find a card" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await selected(page, statement);
}

/** The statements of the cards that one sees at full strength. */
const plain = (page) => page.locator("#map .place").evaluateAll((places) =>
  places
    .filter((place) => Number(getComputedStyle(place).opacity) === 1)
    .map((place) => place.querySelector(".card").getAttribute("aria-label").split(/(?<!\.)\. /)[0])
    .sort());

/** What the card of a statement says to those who listen. */
const spoken = async (page, statement) =>
  (await spokenCards(page)).find((card) => card.startsWith(statement));

test("the smallest change that would have prevented it, by keyboard alone", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await ask(page, "smallest change");

  await becomes(() => sentence(page).textContent(),
    `Had any 1 of 8 factors not been so, “${OUTCOME}” would have been prevented.`);
  await answer(page).getByText("It rests on 28 untested links.").waitFor();
  await answer(page).getByText("A small change is not the best one", { exact: false }).waitFor();
  await becomes(() => plain(page), [
    "A refactoring to save processor time drops a protection by mistake",
    "A routine change brings new script-injection rules",
    "One new rule holds a pattern that backtracks heavily",
    "Processors serving web traffic are exhausted everywhere",
    OUTCOME,
    "The guard against runaway pattern cost is absent",
    "The rule engine puts no bound on matching time",
    NEEDED,
    "Trial mode still executes the rule on live traffic",
  ]);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await selected(page, NEEDED);
  const row = answer(page).getByRole("button", { name: NEEDED, pressed: true });
  await row.and(page.locator(":focus")).waitFor();

  await page.keyboard.press("Escape");
  await answer(page).waitFor({ state: "detached" });
  await becomes(() => plain(page).then((cards) => cards.length), 26);
  await map(page).and(page.locator(":focus")).waitFor();
  await someone.end();
});

test("what if: switched off, the outcome is prevented; switched on again, it is not", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  const before = await spoken(page, OUTCOME);
  await page.keyboard.press("w");
  await sentence(page).getByText("Nothing is switched off yet.", { exact: false }).waitFor();

  await find(page, "live on every edge", NEEDED);
  await page.keyboard.press("Enter");
  await becomes(() => spoken(page, OUTCOME), `${before} Prevented.`);
  assert.match(await spoken(page, NEEDED), / Switched off\.$/);
  await answer(page).getByText("1 card is off").waitFor();
  await sentence(page).getByText(`“${OUTCOME}” would have been prevented`, { exact: false }).waitFor();
  await map(page).getByText("prevented", { exact: true }).first().waitFor();

  await page.keyboard.press("Space");
  await becomes(() => spoken(page, OUTCOME), before);
  await answer(page).getByText("No card is off").waitFor();

  // A card without which it would still have happened.
  await find(page, "status entries", MINOR);
  await page.keyboard.press("Enter");
  await becomes(() => spoken(page, MINOR).then((card) => / Switched off\.$/.test(card)), true);
  assert.doesNotMatch(await spoken(page, OUTCOME), /Prevented/);

  await page.keyboard.press("Escape");
  await answer(page).waitFor({ state: "detached" });
  await becomes(() => spoken(page, MINOR).then((card) => /Switched/.test(card)), false);
  await someone.end();
});

test("what if by pointer: a click on a card switches it", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await page.keyboard.press("w");
  await answer(page).getByText("No card is off").waitFor();
  const engine = map(page).getByRole("img", { name: /^The rule engine puts no bound/ });
  await engine.and(page.locator(".card")).click();
  await becomes(() => spoken(page, OUTCOME).then((card) => / Prevented\.$/.test(card)), true);
  await answer(page).getByRole("button", { name: "Switch all on" }).click();
  await becomes(() => spoken(page, OUTCOME).then((card) => / Prevented\.$/.test(card)), false);
  await answer(page).getByRole("button", { name: "Leave what if" }).click();
  await answer(page).waitFor({ state: "detached" });
  await someone.end();
});

test("questions that fit the selection come first, and what is missing is said", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await page.keyboard.press("/");
  const options = asks(page).getByRole("option");
  await page.keyboard.type("follows");
  await becomes(() => options.allTextContents(), ["What follows from this?Select a card first."]);
  await page.keyboard.press("Enter");
  await asks(page).waitFor();
  await page.keyboard.press("Escape");
  await asks(page).waitFor({ state: "detached" });

  await find(page, "live on every edge", NEEDED);
  await page.keyboard.press("/");
  await becomes(async () => (await options.allTextContents()).slice(0, 2),
    ["What led to this?about the selection", "What follows from this?about the selection"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await sentence(page).getByText(`“${NEEDED}”`, { exact: false }).waitFor();
  await someone.end();
});

test("an untested link is tested from its row", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await ask(page, "links are untested");
  const before = Number.parseInt(await sentence(page).textContent(), 10);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await answer(page).getByRole("button", { pressed: true }).waitFor();
  await page.keyboard.press("c");
  await becomes(async () => Number.parseInt(await sentence(page).textContent(), 10), before + 1);
  await someone.end();
});

test("a number of the bridge matrix selects its links", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await ask(page, "bridge");
  const number = answer(page).getByRole("button", { name: "Firewall rules to Deployment: 3" });
  await number.press("Enter");
  await number.and(page.locator("[aria-pressed=true]")).waitFor();
  const links = page.locator("#map .strand.selected title");
  await becomes(() => links.count(), 3, "selected links");
  await someone.end();
});

test("bars and heat map are saved as pictures, as they are drawn", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  for (const [words, heading, name, count] of [
    ["sorts of factors", "Factors by category", /factors-by-category\.svg$/, 5],
    ["bridge", "Links from area to area", /links-from-area-to-area.*\.svg$/, 36],
  ]) {
    await ask(page, words);
    const drawn = answer(page).locator(".bars, .matrix").first();
    await drawn.locator(".counted").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      drawn.getByRole("button", { name: "Save picture" }).click(),
    ]);
    assert.match(download.suggestedFilename(), name);
    const text = await readFile(await download.path(), "utf8");
    assert.equal(text.match(/class="counted"/g).length, count);
    assert.equal(await drawn.locator(".counted").count(), count);
    assert.ok(text.includes(heading) && !text.includes("var(--"), "a file stands by itself");
    await page.keyboard.press("Escape");
    await map(page).focus();
  }
  await someone.end();
});

test("routes are counted on the links, on screen and in the picture", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await ask(page, "route from");
  await answer(page).getByText("47 routes lead", { exact: false }).waitFor();
  assert.equal(await page.locator("#map .tally").count(), 0);
  await answer(page).getByRole("button", { name: "Count on links" }).click();
  await becomes(() => page.locator("#map .tally").count(), 32);
  const numbers = await page.locator("#map .tally text").allTextContents();
  // The last links share out all routes: 13, 14, 19 and 1.
  for (const number of ["13", "14", "19", "1"]) assert.ok(numbers.includes(number), number);
  await page.locator("#map .tally title").getByText("19 routes go over this link").waitFor({ state: "attached" });
  const { text } = await exported(page, "Picture (SVG)");
  assert.equal(text.match(/class="tally"/g).length, 32);
  await someone.end();
});

test("a pinned answer is kept, asked anew, and taken off by undo", async () => {
  const someone = await visit();
  const page = await someone.open();
  await openCloudflare(page);
  await ask(page, "stop asking");
  const pin = answer(page).getByRole("button", { name: /^Pin/ });
  await pin.click();
  await becomes(() => pin.getAttribute("aria-pressed"), "true");
  await saved(page);
  await page.reload();
  await page.locator("#map .card").first().waitFor();
  await map(page).focus();
  await page.keyboard.press("/");
  await asks(page).getByRole("option").first().getByText("pinned, of the whole map").waitFor();
  await page.keyboard.press("Enter");
  await becomes(() => sentence(page).textContent(), "We stopped asking at 16 factors.");
  await answer(page).getByText("Pinned answers").click();
  await answer(page).locator(".answer-pinned").getByRole("button", { pressed: true }).waitFor();

  // Never stale: the map is another one now.
  await find(page, "status entries", MINOR);
  await map(page).focus();
  await page.keyboard.press("Delete");
  await becomes(() => sentence(page).textContent(), "We stopped asking at 15 factors.");
  const { text } = await exported(page, "Whyweb file");
  assert.deepEqual(JSON.parse(text).incident.pinned.map(({ question }) => question), ["roots"]);

  await pin.click();
  await becomes(() => pin.getAttribute("aria-pressed"), "false");
  await map(page).focus();
  await page.keyboard.press("z");
  await becomes(() => pin.getAttribute("aria-pressed"), "true");
  await someone.end();
});

test("an answer follows the map as it changes, and is copied as text", async () => {
  const someone = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await someone.open();
  await begin(page, "The line was cut");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A digger hit it");
  await page.keyboard.press("Enter");
  await opened(page, 2);
  await page.keyboard.press("Escape");
  await ask(page, "stop asking");
  await becomes(() => sentence(page).textContent(), "We stopped asking at 1 factor.");

  await map(page).focus();
  await find(page, "line", "The line was cut");
  await page.keyboard.press("Tab");
  await page.keyboard.type("There was no second line");
  await page.keyboard.press("Enter");
  await becomes(() => sentence(page).textContent(), "We stopped asking at 2 factors.");

  await answer(page).getByRole("button", { name: "Copy the answer as text" }).click();
  await page.getByText("Copied the answer as text.").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Where did we stop asking\?\n\nWe stopped asking at 2 factors\./);
  assert.match(text, /- There was no second line/);
  await someone.end();
});

test("a long answer keeps nobody from typing, and Escape ends it", async () => {
  const someone = await visit();
  const page = await someone.open();
  const large = largeIncident(1000);
  // Each outcome is a search of its own: so many last far longer than the first letters of a card.
  for (const factor of large.incident.factors.slice(1, 20)) {
    factor.role = "outcome";
  }
  await choose(page, { name: "large.whyweb.json", text: JSON.stringify(large) });
  await opened(page, 1000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  await map(page).focus();
  await ask(page, "smallest change");
  await map(page).focus();
  await page.keyboard.press("a");
  await page.keyboard.type("All");
  // Read at one moment: the words are there and the search goes on.
  const seen = await page.evaluate(() => ({
    words: document.querySelector("#draft textarea").value,
    isBusy: document.querySelector("[aria-label=Answer]").ariaBusy,
  }));
  assert.deepEqual(seen, { words: "All", isBusy: "true" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await answer(page).waitFor({ state: "detached" });
  await someone.end();
});

for (const colorScheme of ["light", "dark"]) {
  test(`answers are accessible, ${colorScheme}`, async (t) => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await openCloudflare(page);
    for (const words of ["smallest change", "bridge", "sorts of factors", "still open"]) {
      await t.test(words, async () => {
        await map(page).focus();
        await ask(page, words);
        await answer(page).getByText("What this does not mean.").waitFor();
        await assertAccessible(page);
      });
    }
    await t.test("what if", async () => {
      await map(page).focus();
      await page.keyboard.press("w");
      await find(page, "live on every edge", NEEDED);
      await page.keyboard.press("Enter");
      await answer(page).getByText("1 card is off").waitFor();
      await assertAccessible(page);
    });
    await someone.end();
  });
}

test("an answer fits a narrow screen", async () => {
  const someone = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await someone.open();
  await openCloudflare(page);
  for (const words of ["smallest change", "bridge", "sorts of factors"]) {
    await map(page).focus();
    await ask(page, words);
    await answer(page).getByText("What this does not mean.").waitFor();
    const reaches = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(reaches <= 390, `“${words}” is ${reaches} px wide`);
  }
  await someone.end();
});
