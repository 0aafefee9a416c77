// How fast the page is with a large incident: opening it, adding a card, dragging one. Times run
// from the key, or the pointer, to the frame that shows the result, as the page itself sees them.
//
//   node bench/page.mjs [--factors 1000] [--rounds 9] [--url http://…]

import { parseArgs } from "node:util";
import { DIST, launch } from "../browser.mjs";
import { choose } from "../files.mjs";
import { map, opened, saved } from "../map.mjs";
import { serve } from "../serve.mjs";
import { watchFrames } from "./frames.mjs";
import { notes } from "./notes.mjs";
import { report } from "./report.mjs";

const { values } = parseArgs({
  options: {
    factors: { type: "string", default: "1000" },
    rounds: { type: "string", default: "9" },
    url: { type: "string" },
  },
});
const [factors, rounds] = [values.factors, values.rounds].map(atLeastOne);

/** How long one step may take before it is given up, in ms. Far beyond what anyone would accept. */
const PATIENCE = 300_000;

const host = values.url ? undefined : await serve(DIST);
const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(watchFrames);
  const page = await context.newPage();
  await page.goto(values.url ?? host.url);

  console.log(`${factors} factors, ${rounds} rounds, Chromium ${browser.version()}, in ms`);
  await bring(page);
  report("open", await repeat(() => openingTime(page)));
  report("add a card", await repeat((round) => addingTime(page, round)));
  const drags = await repeat(() => dragTimes(page));
  report("drag: slowest frame", drags.map(({ slowest }) => slowest));
  report("drag: let go", drags.map(({ release }) => release));
} finally {
  await browser.close();
  await host?.close();
}

/** Brings the incident in the way a person would, and leaves it open and saved. */
async function bring(page) {
  await choose(page, { name: "large.md", text: notes(factors) });
  await page.getByRole("dialog").getByRole("button", { name: "Open as a new incident" }).click();
  await map(page).waitFor();
  await page.waitForFunction((cards) => document.querySelectorAll("#map .card").length === cards,
    factors);
  await saved(page);
}

/** From asking for the page to the frame with every card: loading, reading and layout included. */
async function openingTime(page) {
  await page.reload();
  return page.evaluate((cards) => stopwatch.untilCards(cards), factors);
}

/** From the Enter that fixes a new cause to the frame with its card. */
async function addingTime(page, round) {
  await map(page).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type(`Measured cause ${round}`);
  await page.evaluate((cards) => stopwatch.listenForCards("keydown", cards), factors + round);
  await page.keyboard.press("Enter");
  return page.evaluate(() => stopwatch.heard);
}

/** A card taken for a ride of 30 steps: the slowest frame under way, and letting go to the next. */
async function dragTimes(page) {
  const { x, y } = await page.evaluate(() => stopwatch.cardInSight());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => stopwatch.begin());
  for (let step = 1; step <= 30; step += 1) await page.mouse.move(x + step * 3, y + step * 2);
  const slowest = await page.evaluate(() => stopwatch.slowest());
  await page.evaluate(() => stopwatch.listen("pointerup"));
  await page.mouse.up();
  return { slowest, release: await page.evaluate(() => stopwatch.heard) };
}

async function repeat(measure) {
  const times = [];
  for (let round = 1; round <= rounds; round += 1) times.push(await measure(round));
  return times;
}

function atLeastOne(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no number from 1 up`);
  return number;
}
