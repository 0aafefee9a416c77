// What of the map is to be seen: a filter by words and codes, a focus on a card.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { words } from "../drawing.mjs";
import { exported } from "../files.mjs";
import { current, map, picture, spokenCards } from "../map.mjs";
import { openExample } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const FACTORS = 26;

const bar = (page) => page.getByRole("search", { name: "Filter" });
const faded = (page) => page.locator("#map .place.is-filtered-out").count();
const drawn = (page) => page.locator("#map .place").count();
const count = (page) => bar(page).getByRole("status").innerText();

async function open(page) {
  await openExample(page, /Cloudflare WAF rule outage/, FACTORS);
  await map(page).focus();
}

test("a filter by words fades the rest, or hides it, and nothing moves", async (t) => {
  const someone = await visit();
  const page = await someone.open();
  await open(page);
  const before = await picture(page);
  const all = await spokenCards(page);
  const meant = all.filter((card) => /\brule/i.test(card.split(". ")[0])).length;
  assert.ok(meant > 0 && meant < FACTORS);

  await page.keyboard.press("Shift+f");
  await page.getByRole("searchbox", { name: "Filter by words" }).waitFor();
  await page.keyboard.type("rule");
  await becomes(() => faded(page), FACTORS - meant, "cards that fade");
  assert.equal(await count(page), `${meant} of ${FACTORS} factors match`);
  assert.deepEqual(await picture(page), before, "something moved");

  await t.test("hidden is not drawn", async () => {
    await bar(page).getByRole("radio", { name: "Hide it" }).click();
    await becomes(() => drawn(page), meant);
    assert.equal(await count(page), `${meant} of ${FACTORS} factors shown`);
    const shown = await picture(page);
    for (const [name, place] of Object.entries(shown)) assert.equal(place, before[name], name);
  });

  await t.test("a picture says how much of the web it shows", async () => {
    await map(page).focus();
    const { text } = await exported(page, "Picture (SVG)");
    assert.match(text, new RegExp(`>${FACTORS - meant} of ${FACTORS} factors not shown:<`));
    assert.match(text, new RegExp(`>${FACTORS - meant} filtered: only words “rule”<`));
    const sheet = await page.context().newPage();
    await sheet.goto("about:blank");
    await sheet.setContent(text.slice(text.indexOf("<svg")));
    assert.equal((await words(sheet)).length, meant);
    await sheet.close();
  });

  await t.test("Escape brings all back", async () => {
    await map(page).focus();
    await page.keyboard.press("Escape");
    await bar(page).waitFor({ state: "detached" });
    await becomes(() => drawn(page), FACTORS);
    assert.deepEqual(await picture(page), before);
    const { text } = await exported(page, "Picture (SVG)");
    assert.doesNotMatch(text, /factors not shown/);
  });
  await someone.end();
});

test("a filter by codes, alone and together", async () => {
  const someone = await visit();
  const page = await someone.open();
  await open(page);
  const all = await spokenCards(page);
  const having = (...codes) => all.filter((card) => codes.every((code) => card.includes(` ${code}.`))).length;
  await page.keyboard.press("Shift+f");
  await bar(page).waitFor();
  await bar(page).getByLabel("Category").selectOption("Process");
  await becomes(() => count(page), `${having("Process")} of ${FACTORS} factors match`);
  await bar(page).getByLabel("Role").selectOption("condition");
  await becomes(() => count(page), `${having("Condition", "Process")} of ${FACTORS} factors match`);
  await bar(page).getByLabel("Category").selectOption("Category: any");
  await bar(page).getByLabel("Role").selectOption("Role: any");
  await becomes(() => faded(page), 0);
  // The two ends of each link with that test, and no other link.
  await bar(page).getByLabel("Link test").selectOption("necessary");
  const necessary = await page.locator("#map .strand:not(.is-filtered-out) > .test-necessary").count();
  assert.equal(await page.locator("#map .strand:not(.is-filtered-out)").count(), necessary);
  assert.ok(necessary > 0);
  await someone.end();
});

test("a focus shows what is around a card, a step farther at each press", async (t) => {
  const someone = await visit();
  const page = await someone.open();
  await open(page);
  const before = await picture(page);
  await page.keyboard.press("ArrowRight");
  const middle = await current(page);
  const seen = [];
  for (const steps of [1, 2, 3]) {
    await page.keyboard.press("h");
    await becomes(() => bar(page).getByRole("radio", { name: String(steps), exact: true }).getAttribute("aria-checked"), "true");
    seen.push(await drawn(page));
    assert.equal(await count(page), `${seen.at(-1)} of ${FACTORS} factors shown`);
  }
  assert.ok(1 < seen[0] && seen[0] < seen[1] && seen[1] < seen[2] && seen[2] <= FACTORS, String(seen));
  await page.keyboard.press("Shift+h");
  await becomes(() => drawn(page), seen[1]);

  await t.test("arrow keys walk among the cards that are drawn", async () => {
    await page.keyboard.press("Shift+h");
    await becomes(() => drawn(page), seen[0]);
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowLeft", "ArrowDown"]) {
      await page.keyboard.press(key);
      assert.ok(await current(page), `${key} led to a card that is not drawn`);
      assert.equal(await drawn(page), seen[0]);
    }
  });

  await t.test("out of the selection, then out of the focus", async () => {
    await page.keyboard.press("Escape");
    await becomes(() => current(page), null);
    assert.equal(await drawn(page), seen[0]);
    await page.keyboard.press("Escape");
    await becomes(() => drawn(page), FACTORS);
    assert.deepEqual(await picture(page), before);
    assert.ok((await spokenCards(page)).includes(middle));
  });
  await someone.end();
});

test("what led to a card folds into a count, and unfolds", async () => {
  const someone = await visit();
  const page = await someone.open();
  await open(page);
  const before = await picture(page);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("live on every");
  await page.keyboard.press("Enter");
  await becomes(async () => (await current(page))?.startsWith("The rule is live on every edge machine"), true);
  await page.keyboard.press("x");
  await becomes(() => page.locator("#map .place .more").count(), 1, "cards with a count");
  const [more] = (await page.locator("#map .place .more").innerHTML()).match(/^\d+/);
  await becomes(() => drawn(page), FACTORS - Number(more));
  assert.ok(Number(more) > 1);
  const shown = await picture(page);
  for (const [name, place] of Object.entries(shown)) assert.equal(place, before[name], name);
  await page.keyboard.press("x");
  await bar(page).waitFor({ state: "detached" });
  await becomes(() => drawn(page), FACTORS);
  await someone.end();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the filter is accessible, ${colorScheme}`, async () => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await open(page);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("h");
    await page.keyboard.press("Shift+f");
    await page.keyboard.type("rule");
    await bar(page).waitFor();
    await assertAccessible(page);
    await someone.end();
  });
}

test("an entry of the legend filters by what it stands for, and folds away", async (t) => {
  const someone = await visit();
  const page = await someone.open();
  await openExample(page, /Cloudflare WAF rule outage/, FACTORS);
  await map(page).focus();
  await page.keyboard.press("Shift+K");
  const legend = page.getByRole("complementary", { name: "Legend" });
  const entry = (name) => legend.getByRole("button", { name, exact: true });
  await legend.waitFor();
  await t.test("it is accessible", () => assertAccessible(page));

  await t.test("by keyboard: links with a test, then a category beside it", async () => {
    await entry("Necessary").focus();
    await page.keyboard.press("Enter");
    await becomes(() => count(page), `4 of ${FACTORS} factors match`);
    assert.equal(await entry("Necessary").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Enter");
    await bar(page).waitFor({ state: "detached" });
    await entry("Human").press("Enter");
    await becomes(() => count(page), `2 of ${FACTORS} factors match`);
    await entry("Human").press("Enter");
  });

  await t.test("by what actions do: those addressed and those not are all there are", async () => {
    const matches = async (name) => {
      await entry(name).press("Enter");
      await becomes(async () => /match$/.test(await count(page)), true);
      const number = Number((await count(page)).split(" ")[0]);
      await entry(name).press("Enter");
      await bar(page).waitFor({ state: "detached" });
      return number;
    };
    const addressed = await matches("Addressed");
    assert.ok(addressed > 0 && addressed < FACTORS);
    assert.equal(addressed + (await matches("Not addressed")), FACTORS);
    assert.ok((await matches("An action prevents")) <= addressed);
  });

  await t.test("it stays open for the next visit, until it is folded", async () => {
    await page.reload();
    await legend.waitFor();
    await legend.getByRole("button", { name: "Fold the legend" }).click();
    await legend.waitFor({ state: "detached" });
    await page.reload();
    await page.locator("#map .card").first().waitFor();
    assert.equal(await legend.count(), 0);
  });
  await someone.end();
});
