// What a factor or a link is, said in the details and in the window for codes; each undone by one key.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { choose } from "../files.mjs";
import { card, current, map, opened, selected, spokenCards, spokenLinks, web } from "../map.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

/** Two whys of one outcome. */
const FILE = JSON.stringify({
  format: "whyweb",
  version: 1,
  incident: {
    id: "small",
    factors: [
      { id: "a", statement: "The site was down", role: "outcome" },
      { id: "b", statement: "The disk filled up and nobody was told" },
      { id: "c", statement: "Logs were kept for ever" },
      { id: "d", statement: "Nobody heard of it" },
    ],
    links: [
      { id: "ba", cause: "b", effect: "a" },
      { id: "cb", cause: "c", effect: "b" },
      { id: "da", cause: "d", effect: "a" },
    ],
  },
});

const details = (page) => page.getByRole("complementary", { name: "Details" });

/** A visit with the small web open, and a card of it selected. */
async function at(statement) {
  const someone = await visit();
  const page = await someone.open();
  await choose(page, { name: "small.whyweb.json", text: FILE });
  await opened(page, 4);
  await card(page, statement).click();
  await selected(page, statement);
  return { someone, page };
}

/** Presses the key for undo with the map in focus; asserts that one press was enough. */
async function undone(page, before) {
  await map(page).focus();
  await page.keyboard.press("z");
  await becomes(() => web(page), before, "one press of Z takes it back");
}

/** A change from the details and what the card says then. */
const CHANGES = [
  ["a role", async (panel) => {
    await panel.getByRole("radio", { name: "event" }).click();
  }, "Logs were kept for ever. Event."],
  ["a category", async (panel) => {
    await panel.getByRole("button", { name: "Tooling" }).click();
  }, "Logs were kept for ever. Condition. Tooling."],
  ["a time", async (panel) => {
    await panel.getByRole("textbox", { name: /^Time/ }).fill("2024-05-03 09:30");
    await panel.getByRole("textbox", { name: /^Time/ }).press("Enter");
  }, "Logs were kept for ever. Condition. 3 May 2024 09:30 UTC."],
  ["that nobody can change it", async (panel) => {
    await panel.getByRole("switch", { name: /^Given/ }).click();
  }, "Logs were kept for ever. Condition. Given."],
  ["that nobody has checked it", async (panel) => {
    await panel.getByRole("switch", { name: /^Unverified/ }).click();
  }, "Logs were kept for ever. Condition. Unverified."],
  ["other words", async (panel) => {
    await panel.getByRole("textbox", { name: "Statement" }).fill("Logs were never removed");
    await panel.getByRole("textbox", { name: "Statement" }).press("Enter");
  }, "Logs were never removed. Condition."],
];

for (const [what, change, spoken] of CHANGES) {
  test(`${what} is said in the details, shown on the card and undone by one key`, async () => {
    const { someone, page } = await at("Logs were kept");
    const before = await web(page);
    await page.keyboard.press("d");
    await change(details(page));
    await becomes(async () => (await spokenCards(page)).filter((one) => one.startsWith("Logs")), [spoken]);
    await undone(page, before);
    await someone.end();
  });
}

test("a new area is made and set in one step, and chosen from the list for the next", async () => {
  const { someone, page } = await at("Logs were kept");
  await page.keyboard.press("d");
  const area = details(page).getByRole("combobox", { name: /^Area/ });
  await area.selectOption("New area…");
  await page.keyboard.type("Storage team");
  await page.keyboard.press("Enter");
  const chosen = () => area.evaluate((list) => list.selectedOptions[0].textContent);
  await becomes(chosen, "Storage team");
  await card(page, "Nobody heard").click();
  await becomes(chosen, "No area");
  await area.selectOption("Storage team");
  await becomes(chosen, "Storage team");
  await map(page).focus();
  await page.keyboard.press("z");
  await becomes(chosen, "No area");
  await page.keyboard.press("z");
  await selected(page, "Logs were kept");
  await becomes(() => area.locator("option").allTextContents(), ["No area", "New area…"]);
  await someone.end();
});

test("evidence is kept with its source and time, and opens nothing but what it should", async () => {
  const { someone, page } = await at("Logs were kept");
  await page.keyboard.press("d");
  const panel = details(page);
  await panel.getByRole("button", { name: "Add evidence" }).click();
  const form = panel.getByRole("form", { name: "Evidence" });
  await form.getByRole("radio", { name: "Address" }).click();
  await form.getByLabel("Where it can be seen").fill("https://example.com/graph");
  await form.getByLabel("Source").fill("The dashboard");
  await form.getByLabel("Time, in UTC").fill("2024-05-03 09:30");
  await form.getByRole("button", { name: "Keep" }).click();
  const link = panel.getByRole("link", { name: "https://example.com/graph" });
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  await panel.getByText("The dashboard · 2024-05-03 09:30").waitFor();
  await map(page).focus();
  await page.keyboard.press("z");
  await link.waitFor({ state: "detached" });
  await someone.end();
});

test("the test of a link is one key, and one key takes it back", async () => {
  const { someone, page } = await at("Logs were kept");
  await page.keyboard.press("k");
  const test = () => current(page).then((spoken) => spoken.split(": ")[1]);
  await selected(page, "“Logs were kept for ever” contributed to “The disk filled up");
  for (const [key, word] of [["n", "necessary"], ["c", "contributing"], ["r", "refuted"], ["u", "untested"]]) {
    await page.keyboard.press(key);
    await becomes(test, word);
  }
  for (const word of ["refuted", "contributing", "necessary", "untested"]) {
    await page.keyboard.press("z");
    await becomes(test, word);
  }
  await someone.end();
});

/** What a command makes of the web: its cards and its links, by the first words. */
const COMMANDS = [
  ["a merge", "Nobody heard", async (page) => {
    await page.keyboard.press("m");
    await page.keyboard.type("disk");
    await page.keyboard.press("Enter");
  }, [
    "“Logs were kept for ever” contributed to “The disk filled up and nobody was told”: untested",
    "“The disk filled up and nobody was told” contributed to “The site was down”: untested",
  ]],
  ["a split", "The disk filled up", async (page) => {
    await page.keyboard.press("s");
    const window = page.getByRole("dialog", { name: "Split the statement" });
    await window.getByLabel("This card says").fill("The disk filled up");
    await window.getByLabel("The new card says").fill("Nobody was told");
    await window.getByRole("button", { name: "Split" }).click();
  }, [
    "“Logs were kept for ever” contributed to “The disk filled up”: untested",
    "“Nobody heard of it” contributed to “The site was down”: untested",
    "“Nobody was told” contributed to “The site was down”: untested",
    "“The disk filled up” contributed to “The site was down”: untested",
  ]],
  ["a factor put into a link", "Logs were kept", async (page) => {
    await page.keyboard.press("k");
    await page.keyboard.press("i");
    await page.keyboard.type("The partition was small");
    await page.keyboard.press("Enter");
  }, [
    "“Logs were kept for ever” contributed to “The partition was small”: untested",
    "“Nobody heard of it” contributed to “The site was down”: untested",
    "“The disk filled up and nobody was told” contributed to “The site was down”: untested",
    "“The partition was small” contributed to “The disk filled up and nobody was told”: untested",
  ]],
  ["a cause moved to another effect", "Logs were kept", async (page) => {
    await page.keyboard.press("k");
    await page.keyboard.press("m");
    await page.keyboard.type("nobody heard");
    await page.keyboard.press("Enter");
  }, [
    "“Logs were kept for ever” contributed to “Nobody heard of it”: untested",
    "“Nobody heard of it” contributed to “The site was down”: untested",
    "“The disk filled up and nobody was told” contributed to “The site was down”: untested",
  ]],
];

for (const [what, statement, command, links] of COMMANDS) {
  test(`${what} is undone by one key`, async () => {
    const { someone, page } = await at(statement);
    const before = await web(page);
    await command(page);
    await becomes(() => spokenLinks(page), links);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await undone(page, before);
    await someone.end();
  });
}
