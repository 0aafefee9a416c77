// A meeting from the facts to the actions: phases by keyboard, ground rules, the parking lot, the time
// line, the sheet of actions, and a clock that the test turns.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { choose } from "../files.mjs";
import { card, map, opened, selected, spokenCards } from "../map.mjs";
import { begin } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

/** Two routes into one outcome; three events, of which one has no time yet. */
const FILE = JSON.stringify({
  format: "whyweb",
  version: 1,
  incident: {
    id: "meeting",
    date: "2024-05-03",
    factors: [
      { id: "a", statement: "The site was down", role: "outcome", time: "2024-05-03T09:30:00Z" },
      { id: "b", statement: "The disk filled up", role: "event", time: "2024-05-03T09:21:00Z" },
      { id: "c", statement: "Logs were kept for ever" },
      { id: "d", statement: "The alert was read late", role: "event" },
    ],
    links: [
      { id: "ba", cause: "b", effect: "a", test: "necessary" },
      { id: "cb", cause: "c", effect: "b", test: "necessary" },
      { id: "da", cause: "d", effect: "a" },
    ],
  },
});

const phases = (page) => page.getByRole("navigation", { name: "Phases" });
const isOpen = (page, name) =>
  becomes(() => phases(page).locator("[aria-current=step]").textContent(), name, "the open phase");
const board = (page, name) => page.getByRole("region", { name, exact: true });
const rules = (page) => page.getByRole("complementary", { name: "Ground rules" });
const column = (page, name) => board(page, "Actions").getByRole("region", { name, exact: true });
const details = (page) => page.getByRole("complementary", { name: "Details" });

/** A visit with the small web open. */
async function atMeeting(options) {
  const someone = await visit(options);
  const page = await someone.open();
  await choose(page, { name: "meeting.whyweb.json", text: FILE });
  await opened(page, 4);
  await phases(page).waitFor();
  await map(page).focus();
  return { someone, page };
}

/** Goes to a card by the words on it, as a pointer does. */
async function select(page, statement) {
  await card(page, statement).click();
  await selected(page, statement);
}

test("phases are opened by keyboard, in any order, and undone like any edit", async () => {
  const { someone, page } = await atMeeting();
  await isOpen(page, "Facts");
  await page.keyboard.press(".");
  await isOpen(page, "Causes");
  await page.keyboard.press(".");
  await isOpen(page, "Actions");
  await board(page, "Actions").waitFor();
  await page.keyboard.press(".");
  await isOpen(page, "Actions");
  await page.keyboard.press("z");
  await isOpen(page, "Causes");
  await board(page, "Actions").waitFor({ state: "detached" });
  await page.keyboard.press(",");
  await isOpen(page, "Facts");
  await board(page, "Time line").waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("what to change");
  await page.keyboard.press("Enter");
  await isOpen(page, "Actions");
  await someone.end();
});

test("a new incident begins with ground rules that a team can change", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "The site was down");
  await rules(page).getByText("not at who did it").waitFor();
  await rules(page).getByRole("button", { name: "Change the ground rules" }).click();
  const field = rules(page).getByRole("textbox", { name: /^Ground rules/ });
  await field.fill("One speaks at a time.\nNo blame.");
  await rules(page).getByRole("button", { name: "Done" }).click();
  await becomes(() => rules(page).getByRole("listitem").allTextContents(),
    ["One speaks at a time.", "No blame."], "the team's own rules");
  // Whoever types has read them; they come back by key.
  await map(page).focus();
  await page.keyboard.press("Tab");
  await rules(page).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+g");
  await rules(page).getByText("One speaks at a time.").waitFor();
  await page.keyboard.press("Shift+g");
  await rules(page).waitFor({ state: "detached" });
  await someone.end();
});

test("a remedy parked in Facts becomes an action in Actions, and coverage grows", async () => {
  const { someone, page } = await atMeeting();
  await page.keyboard.press("d");
  await select(page, "Logs were kept");
  await details(page).getByRole("textbox", { name: "Statement" }).waitFor();
  assert.equal(await details(page).getByText("Addressed by").count(), 0, "no actions in Facts");
  // What is being typed is a remedy: one key parks it, about the card it was typed for.
  await map(page).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Rotate the logs each night");
  await page.keyboard.press("Control+Enter");
  await phases(page).getByRole("button", { name: "Parking lot: 1 remedy" }).waitFor();
  // A card that is one already: one key takes it off the map.
  await page.keyboard.press("Tab");
  await page.keyboard.type("Buy a larger disk");
  await page.keyboard.press("Enter");
  await opened(page, 5);
  await page.keyboard.press("Shift+p");
  await opened(page, 4);
  await phases(page).getByRole("button", { name: "Parking lot: 2 remedies" }).waitFor();
  await selected(page, "Logs were kept");

  await page.keyboard.press(".");
  await page.keyboard.press(".");
  await isOpen(page, "Actions");
  await board(page, "Actions").getByText("No action is written down yet").waitFor();
  await page.keyboard.press("Shift+a");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("a");
  await column(page, "Start").getByRole("button", { name: /Rotate the logs each night/ }).waitFor();
  await column(page, "Start").getByText("Addresses “Logs were kept for ever”").waitFor();
  await board(page, "Actions").getByText("Actions address 1 of 2 roots").waitFor();
  // The next one is dropped; the focus is on it already.
  await page.keyboard.press("Delete");
  await column(page, "Parking lot").getByText("Nothing is parked").waitFor();

  // The other root, from what is still open.
  await column(page, "Not addressed yet").getByRole("button", { name: "The alert was read late" }).click();
  await selected(page, "The alert was read late");
  const experiment = column(page, "Experiment").getByRole("textbox");
  await experiment.fill("Page the on-call engineer for a month");
  await experiment.press("Enter");
  await board(page, "Actions").getByText("Actions address 2 of 2 roots").waitFor();
  await someone.end();
});

test("what is said of an action stands on its card, what is not is said quietly", async () => {
  const { someone, page } = await atMeeting();
  await page.keyboard.press("Shift+a");
  await board(page, "Actions").waitFor();
  const add = column(page, "Stop").getByRole("textbox");
  await add.fill("Keeping logs for ever");
  await add.press("Enter");
  const action = column(page, "Stop").getByRole("button", { name: /Keeping logs for ever/ });
  await action.getByText("Addresses nothing on the map yet").waitFor();
  await action.getByText("Still open: how it helps, an owner, a date, what to observe, a review").waitFor();

  await action.click();
  const panel = details(page);
  await panel.getByRole("button", { name: "prevents" }).click();
  await panel.getByRole("textbox", { name: "Owner" }).fill("Storage team");
  await panel.getByRole("textbox", { name: "Owner" }).press("Enter");
  await panel.getByLabel("Due").fill("2024-06-01");
  await panel.getByLabel("Due").press("Enter");
  await panel.getByRole("textbox", { name: "Expected to be observed" }).fill("Disk use stays below 70 %");
  await panel.getByLabel("Review").fill("2024-09-01");
  await panel.getByLabel("Review").press("Enter");
  await action.getByText("Storage team · due 2024-06-01 · review 2024-09-01").waitFor();
  await becomes(() => action.getByText(/^Still open/).count(), 0, "nothing is open");

  await action.focus();
  await page.keyboard.press("3");
  await column(page, "Continue").getByRole("button", { name: /Keeping logs for ever/ }).waitFor();
  await assertAccessible(page);
  await someone.end();
});

test("the time line shows what happened in order, selects it and takes a time", async () => {
  const { someone, page } = await atMeeting();
  await page.keyboard.press("Shift+e");
  const line = board(page, "Time line");
  const columns = () => line.locator(".timeline-column").evaluateAll((all) => all.map((one) => one.title));
  await becomes(columns, [
    "09:21 UTC, event: The disk filled up.",
    "09:30 UTC, outcome: The site was down. 9 min after the one before.",
  ], "the columns");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await selected(page, "The site was down");

  // What has no time waits beside it; choosing it puts the cursor where its time goes.
  await line.getByRole("button", { name: "The alert was read late" }).click();
  await selected(page, "The alert was read late");
  await page.keyboard.type("09:25");
  await page.keyboard.press("Enter");
  await becomes(columns, [
    "09:21 UTC, event: The disk filled up.",
    "09:25 UTC, event: The alert was read late. 4 min after the one before.",
    "09:30 UTC, outcome: The site was down. 5 min after the one before.",
  ], "the columns with the new one");
  await becomes(async () => (await spokenCards(page)).filter((spoken) => spoken.includes("09:25")).length, 1,
    "the card says it, too");
  // By one key from the map.
  await map(page).focus();
  await select(page, "Logs were kept");
  await page.keyboard.press("Shift+w");
  await page.keyboard.type("2024-05-01");
  await page.keyboard.press("Enter");
  await becomes(async () => (await columns()).length, 4, "four columns");

  const download = page.waitForEvent("download");
  await line.getByRole("button", { name: "Save picture" }).click();
  assert.match((await download).suggestedFilename(), /time-line\.svg$/);
  await assertAccessible(page);
  await line.getByRole("button", { name: "Close: Time line" }).click();
  await line.waitFor({ state: "detached" });
  await someone.end();
});

test("the clock runs for the open phase, quietly, and goes on after a reload", async () => {
  const someone = await visit();
  const page = await someone.context.newPage();
  await page.clock.install({ time: new Date("2026-11-29T10:00:00Z") });
  await page.goto(someone.url);
  await page.locator("#whyweb .starting").waitFor({ state: "detached" });
  await choose(page, { name: "meeting.whyweb.json", text: FILE });
  await opened(page, 4);
  const clock = phases(page).getByRole("button", { name: /^Clock:/ });
  const says = (words) => becomes(() => clock.textContent(), words, "what the clock says");
  await says("25 min");
  await map(page).focus();
  await page.keyboard.press("Shift+c");
  await says("25 min left");
  await page.clock.fastForward("21:00");
  await says("4 min left");
  await phases(page).getByText("Less than 5 minutes left for Facts.").waitFor();
  await page.clock.fastForward("07:00");
  await says("3 min over");
  await phases(page).getByText("The time for Facts is up.").waitFor();

  await page.keyboard.press(".");
  await says("20 min left");
  await page.clock.fastForward("05:00");
  await says("15 min left");
  // The time of a phase is not turned back by undo.
  await page.keyboard.press("z");
  await isOpen(page, "Facts");
  await page.keyboard.press("Shift+c");
  const stopped = await clock.textContent();
  await page.clock.fastForward("10:00");
  await says(stopped);

  await page.reload();
  await opened(page, 4);
  await says(stopped);

  await clock.click();
  const window = page.getByRole("dialog", { name: "Time for each phase" });
  await window.getByRole("spinbutton", { name: "Facts, minutes" }).fill("60");
  await window.getByRole("spinbutton", { name: "Facts, minutes" }).press("Enter");
  await window.getByRole("button", { name: "Begin Facts anew" }).click();
  await page.keyboard.press("Escape");
  await says("60 min");
  await someone.end();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the ground rules and the boards are accessible on a phone, ${colorScheme}`, async () => {
    const { someone, page } = await atMeeting({ colorScheme, viewport: { width: 390, height: 844 } });
    await page.keyboard.press("Shift+g");
    await rules(page).waitFor();
    await assertAccessible(page);
    for (const [key, name] of [["Shift+e", "Time line"], ["y", "Parking lot"], ["Shift+a", "Actions"]]) {
      await map(page).focus();
      await page.keyboard.press(key);
      await board(page, name).waitFor();
      await assertAccessible(page);
    }
    // With the details open too, half of what is below the bar stays with the map.
    await map(page).focus();
    await page.keyboard.press("d");
    await details(page).waitFor();
    const { height } = await map(page).boundingBox();
    assert.ok(height > 300, `the map is ${height} px high`);
    await someone.end();
  });
}
