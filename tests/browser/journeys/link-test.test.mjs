// The link test from the keyboard: every link and every join of a real incident, one key each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { exported } from "../files.mjs";
import { current, map, saved, selected, spokenCards, spokenLinks } from "../map.mjs";
import { openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const FACTORS = 26;
const LINKS = 32;

const strip = (page) => page.getByRole("region", { name: "Link test" });
const question = (page) => strip(page).getByRole("status").innerText();
const untested = async (page) =>
  (await spokenLinks(page)).filter((words) => words.endsWith(": untested")).length;

/** "11 of 23 links tested", as the strip says it. */
const progress = (page) => strip(page).getByText(/links tested$/).innerText();

/** Opens the example and begins to test its links. */
async function begin(page) {
  await openExample(page, /Cloudflare WAF rule outage/, FACTORS);
  await map(page).focus();
  await page.keyboard.press("t");
  await strip(page).waitFor();
  await becomes(async () => (await question(page)).startsWith("Had “"), true, "a link is asked about");
}

/** Presses a key that goes on, and waits until something else is asked. */
async function goOn(page, key) {
  const before = await question(page);
  await page.keyboard.press(key);
  await becomes(async () => (await question(page)) !== before, true, `${key} goes on from “${before}”`);
  return question(page);
}

test("all links and joins of an incident are tested from the keyboard", async (t) => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page);
  const left = await untested(page);
  assert.equal(await progress(page), `${LINKS - left} of ${LINKS} links tested`);

  await t.test("the question is about the link that is selected", async () => {
    const [, cause, effect] = (await question(page)).match(/^Had “(.*)” not been so, could “(.*)” still/);
    assert.equal(await current(page), `“${cause}” contributed to “${effect}”: untested`);
    assert.equal(await page.locator("#map .place.is-asked").count(), 2, "its two cards stand out");
  });

  await t.test("undo goes back to the last question, and its answer is gone", async () => {
    const first = await question(page);
    await goOn(page, "n");
    assert.equal(await progress(page), `${LINKS - left + 1} of ${LINKS} links tested`);
    assert.equal(await goOn(page, "z"), first);
    assert.equal(await progress(page), `${LINKS - left} of ${LINKS} links tested`);
    assert.equal(await strip(page).getByRole("button", { name: "Untested" }).getAttribute("aria-pressed"), "true");
  });

  await t.test("a question is skipped, and one goes back to it", async () => {
    const first = await question(page);
    const second = await goOn(page, "Tab");
    assert.notEqual(second, first);
    await goOn(page, "Shift+Tab");
    assert.equal(await goOn(page, "ArrowRight"), second);
    await page.keyboard.press("t");
    await becomes(() => question(page), first, "T begins again");
    assert.equal(await progress(page), `${LINKS - left} of ${LINKS} links tested`, "nothing was answered");
  });

  await t.test("keys that would change the web rest", async () => {
    const asked = await question(page);
    for (const key of ["a", "e", "Delete", "Enter", "l", "1"]) await page.keyboard.press(key);
    assert.equal(await question(page), asked);
    assert.equal(await page.locator("#map .card").count(), FACTORS);
    assert.equal(await page.getByRole("dialog").count(), 0);
  });

  const keys = { links: 0, joins: 0 };
  await t.test("one key a question, to the end", async () => {
    for (let asked = await question(page); /^(Had|Do these)/.test(asked);) {
      const isLink = asked.startsWith("Had");
      keys[isLink ? "links" : "joins"] += 1;
      assert.ok(keys.links <= left, "a link is asked about twice");
      asked = await goOn(page, isLink ? ["n", "c"][keys.links % 2] : ["a", "o"][keys.joins % 2]);
    }
    assert.equal(keys.links, left);
    assert.ok(keys.joins > 0, "no join was asked about");
    assert.equal(await progress(page), `${LINKS} of ${LINKS} links tested`);
    assert.equal(await untested(page), 0);
    assert.match(await question(page), new RegExp(`^All ${LINKS} links are tested, and every join is known\\. Next: `));
  });
  await t.test("then what would have prevented it, and what if it had not been so, and back", async () => {
    await page.keyboard.press("Escape");
    await strip(page).waitFor({ state: "detached" });
    const answer = page.getByRole("region", { name: "Answer" });
    const outcome = () => spokenCards(page).then((cards) => cards.find((card) => card.includes("Sites worldwide")));
    await page.keyboard.press("/");
    await page.getByRole("dialog", { name: "Ask" }).waitFor();
    await page.keyboard.type("smallest change");
    await page.keyboard.press("Enter");
    await answer.getByText("would have been prevented", { exact: false }).first().waitFor();
    await answer.getByText("It rests on no untested link.").waitFor();
    await page.keyboard.press("Escape");
    await answer.waitFor({ state: "detached" });

    const before = await outcome();
    await page.keyboard.press("w");
    await page.keyboard.press("Control+f");
    await page.getByRole("dialog", { name: "Find a card" }).waitFor();
    await page.keyboard.type("exhausted everywhere");
    await page.keyboard.press("Enter");
    await selected(page, "Processors serving web traffic are exhausted everywhere");
    await page.keyboard.press("Enter");
    await becomes(outcome, `${before} Prevented.`);
    await page.keyboard.press("Enter");
    await becomes(outcome, before);
    await page.keyboard.press("Escape");
    await answer.waitFor({ state: "detached" });
  });
  t.diagnostic(`${keys.links} links and ${keys.joins} joins, a key each`);

  await t.test("the file has the answers", async () => {
    await saved(page);
    const { text } = await exported(page, "Whyweb file");
    const { incident } = JSON.parse(text);
    const links = incident.links.filter((link) => (link.kind ?? "contributed to") === "contributed to");
    assert.equal(links.length, LINKS);
    assert.deepEqual(links.filter((link) => (link.test ?? "untested") === "untested"), []);
    const causes = new Map();
    for (const link of links) causes.set(link.effect, (causes.get(link.effect) ?? 0) + 1);
    const unknown = incident.factors.filter((factor) =>
      causes.get(factor.id) > 1 && (factor.join ?? "unknown") === "unknown");
    assert.deepEqual(unknown, []);
  });
  await someone.end();
});

test("a mouse answers too, and the keys still work after it", async () => {
  const someone = await visit({ viewport: { width: 390, height: 844 } });
  const page = await someone.open();
  await begin(page);
  const left = await untested(page);
  const first = await question(page);
  await strip(page).getByRole("button", { name: "Contributing" }).click();
  await becomes(async () => (await question(page)) !== first, true, "the next question");
  await goOn(page, "r");
  assert.equal(await untested(page), left - 2);
  await strip(page).getByRole("button", { name: "Leave" }).click();
  await strip(page).waitFor({ state: "detached" });
  await page.keyboard.press("t");
  await strip(page).waitFor();
  await someone.end();
});

test("accounts that disagree are kept until one is settled", async (t) => {
  const someone = await visit();
  const page = await someone.open();
  await openExample(page, /Cloudflare WAF rule outage/, FACTORS);
  await map(page).focus();
  await page.keyboard.press("d");
  await page.keyboard.press("t");
  await becomes(async () => (await current(page))?.endsWith(": untested"), true, "a link is asked about");
  await page.keyboard.press("Escape");
  const link = (await current(page)).replace(/: untested$/, "");
  const details = page.getByRole("complementary", { name: "Details" });
  for (const [says, by, answer] of [["It would have stopped by itself", "On call", "refuted"], ["It kept it going", "Network team", "necessary"]]) {
    await details.getByRole("button", { name: "Add an account" }).click();
    await details.getByLabel("What this account says").fill(says);
    await details.getByLabel("Whose account").fill(by);
    await details.getByLabel("The answer it gives to the test").selectOption(answer);
    await details.getByRole("button", { name: "Keep" }).click();
    await details.getByText(says).waitFor();
  }
  await t.test("the link counts as untested and looks so", async () => {
    await becomes(() => current(page), `${link}: untested, accounts disagree`);
    await details.getByText("this counts as untested until one is settled").waitFor();
    await map(page).focus();
    await page.keyboard.press("n");
    await becomes(() => current(page), `${link}: untested, accounts disagree`);
  });
  await t.test("an account is said in other words, in its place", async () => {
    const item = details.getByRole("listitem").filter({ hasText: "It would have stopped by itself" });
    await item.getByRole("button", { name: "Change the account" }).click();
    const words = details.getByLabel("What this account says");
    assert.equal(await words.inputValue(), "It would have stopped by itself");
    assert.equal(await details.getByLabel("Whose account").inputValue(), "On call");
    await words.fill("It would have stopped within minutes");
    await details.getByRole("button", { name: "Keep" }).click();
    await details.getByText("It would have stopped within minutes").waitFor();
    assert.equal(await details.getByText("It would have stopped by itself").count(), 0);
    await becomes(() => current(page), `${link}: untested, accounts disagree`);
  });
  await t.test("settling on one answers the test and keeps what was said", async () => {
    const item = details.getByRole("listitem").filter({ hasText: "It kept it going" });
    await item.getByRole("button", { name: "Settle on this" }).click();
    await becomes(() => current(page), `${link}: necessary`);
    await details.getByText("When people tell it differently").waitFor();
    await details.getByText("It would have stopped within minutes").waitFor();
    await details.getByText("It kept it going").waitFor();
  });
  await someone.end();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the link test is accessible, ${colorScheme}`, async (t) => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await begin(page);
    await t.test("a link", () => assertAccessible(page));
    for (let asked = await question(page); asked.startsWith("Had");) asked = await goOn(page, "n");
    await t.test("a join", () => assertAccessible(page));
    for (let asked = await question(page); !asked.includes("Ask them now") && /^(Had|Do these)/.test(asked);) {
      asked = await goOn(page, "Tab");
    }
    await t.test("the end", () => assertAccessible(page));
    await someone.end();
  });
}
