// For every eye, ear and hand: the rules of accessibility in each view and both themes, a narrow
// screen, and eyes that want no motion.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { card, map, opened, selected } from "../map.mjs";
import { begin, openExample } from "../start.mjs";

const { visit } = await stage();

/** Opens the example with details and outline, and a card selected that has causes. */
async function atMap(page) {
  await openExample(page, /GitLab\.com database outage/, 36);
  await page.keyboard.press("o");
  await page.getByRole("complementary", { name: "Outline" }).waitFor();
  await page.keyboard.press("d");
  await page.getByRole("complementary", { name: "Details" }).waitFor();
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
}

/** The windows over the map: what opens each, and what it is called. */
const WINDOWS = [
  ["?", "All keys"],
  ["Control+k", "Any command"],
  ["/", "Ask"],
  ["Control+f", "Find a card"],
  ["Control+o", "Import"],
  ["Control+s", "Export"],
  ["l", "Link to an effect"],
  ["Shift+l", "Link from a cause"],
  ["m", "Merge into its twin"],
  ["s", "Split the statement"],
];

for (const colorScheme of ["light", "dark"]) {
  test(`the start page is accessible, ${colorScheme}`, async () => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await page.getByRole("heading", { name: "What happened?" }).waitFor();
    await assertAccessible(page);
    await someone.end();
  });

  test(`the map with details and outline is accessible, ${colorScheme}`, async (t) => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await atMap(page);
    await t.test("a factor", () => assertAccessible(page));
    await page.keyboard.press("k");
    await page.getByRole("heading", { name: "Link", exact: true }).waitFor();
    await t.test("a link", () => assertAccessible(page));
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Incident", exact: true }).waitFor();
    await t.test("the incident", () => assertAccessible(page));
    await page.keyboard.press("Control+a");
    await page.getByRole("heading", { name: "36 factors" }).waitFor();
    await t.test("several factors", () => assertAccessible(page));
    await someone.end();
  });

  test(`a card being typed is accessible, ${colorScheme}`, async () => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await begin(page, "It stopped");
    await page.keyboard.press("Tab");
    await page.keyboard.type("it st");
    await assertAccessible(page);
    await someone.end();
  });

  test(`each window is accessible, ${colorScheme}`, async (t) => {
    const someone = await visit({ colorScheme });
    const page = await someone.open();
    await openExample(page, /GitLab\.com database outage/, 36);
    await page.keyboard.press("ArrowRight");
    for (const [key, name] of WINDOWS) {
      await t.test(name, async () => {
        await page.keyboard.press(key);
        const window = page.getByRole("dialog", { name });
        await window.waitFor();
        await assertAccessible(page);
        await page.keyboard.press("Escape");
        await window.waitFor({ state: "detached" });
      });
    }
    await t.test("Categories and areas", async () => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("edit categories");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Categories and areas" }).waitFor();
      await assertAccessible(page);
      await page.keyboard.press("Escape");
    });
    await t.test("Export a picture", async () => {
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("Control+s");
      await page.getByRole("radio", { name: "Picture (SVG)" }).click();
      await page.getByRole("img", { name: "The picture as it will be saved" }).waitFor();
      await assertAccessible(page);
    });
    await someone.end();
  });
}

const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Asserts that nothing hangs over the side of the screen. */
async function assertFits(page, what) {
  const { reaches, has } = await page.evaluate(() => ({
    reaches: document.documentElement.scrollWidth,
    has: document.documentElement.clientWidth,
  }));
  assert.equal(has, 390);
  assert.ok(reaches <= has, `${what} is ${reaches} px wide on a screen of ${has}`);
}

test("a narrow screen never scrolls sideways", async (t) => {
  const someone = await visit(NARROW);
  const page = await someone.open();
  await t.test("start page", () => assertFits(page, "the start page"));
  await openExample(page, /GitLab\.com database outage/, 36);
  await t.test("map", () => assertFits(page, "the map"));
  await map(page).focus();
  for (const [key, name] of WINDOWS.filter(([key]) => !["l", "Shift+l", "m", "s"].includes(key))) {
    await t.test(name, async () => {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      await assertFits(page, name);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
    });
  }
  for (const [key, name] of [["o", "Outline"], ["d", "Details"]]) {
    await t.test(name, async () => {
      await map(page).focus();
      await page.keyboard.press(key);
      await page.getByRole("complementary", { name }).waitFor();
      await assertFits(page, name);
    });
  }
  await someone.end();
});

/** How long a card takes to move, in the words of the style. */
const motion = (page) => page.locator("#map .place").first().evaluate((place) =>
  getComputedStyle(place).transitionDuration);

for (const [reducedMotion, expected] of [["no-preference", "0.15s"], ["reduce", "0s"]]) {
  test(`a card moves in ${expected} where motion is wished as ${reducedMotion}`, async () => {
    const someone = await visit({ reducedMotion });
    const page = await someone.open();
    await begin(page, "It stopped");
    await opened(page, 1);
    assert.equal(await motion(page), expected);
    await page.keyboard.press("Tab");
    await page.keyboard.type("The disk was full");
    await page.keyboard.press("Enter");
    await opened(page, 2);
    await selected(page, "The disk was full");
    await card(page, "The disk was full").waitFor();
    await someone.end();
  });
}
