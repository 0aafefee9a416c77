// How the page copes with a large incident in a real browser: opening it, adding a card, typing a
// letter, dragging a card. `cargo xtask bench page` runs it; `--profile` adds where the time goes.

import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { DIST, launch } from "../browser.mjs";
import { choose } from "../files.mjs";
import { current, opened, saved } from "../map.mjs";
import { serve } from "../serve.mjs";
import { becomes } from "../wait.mjs";
import { largeIncident } from "./incident.mjs";
import { median, quantile } from "./layout/statistics.mjs";
import { profiled } from "./profile.mjs";

const { values: options } = parseArgs({
  options: {
    factors: { type: "string", default: "1000" },
    rounds: { type: "string", default: "9" },
    opens: { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
    url: { type: "string" },
    profile: { type: "boolean", default: false },
  },
});
const [factors, rounds] = [Number(options.factors), Number(options.rounds)];
const opens = Number(options.opens ?? rounds);
const MOVES = 60;

/** What the page needs to measure itself: when a frame was painted after something. */
function measures() {
  const painted = () => new Promise((resolve) => {
    // The first comes before the frame with the change is painted, the second after it.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  });
  const FRAME = 1000 / 60;
  /** Counts the frames that are not painted in time from now on; calling what it gives ends it. */
  const droppedFromNow = () => {
    let [last, dropped, isOver] = [document.timeline.currentTime, 0, false];
    const frame = (at) => {
      if (isOver) return;
      dropped += Math.max(0, Math.round((at - last) / FRAME) - 1);
      last = at;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return () => {
      isOver = true;
      return dropped;
    };
  };
  globalThis.bench = {
    painted,
    /** From the next key to the first painted frame in which `so` holds: ms, and frames dropped. */
    fromKey: (so) => new Promise((resolve) => {
      addEventListener("keydown", ({ timeStamp }) => {
        const dropped = droppedFromNow();
        const look = async () => {
          const at = await painted();
          if (so()) resolve({ ms: at - timeStamp, dropped: dropped() });
          else look();
        };
        look();
      }, { once: true, capture: true });
    }),
    cards: () => document.querySelectorAll("#map .card").length,
  };
}

/** Opens the page at the large incident that this browser has stored already. */
async function open(context, address) {
  const page = await context.newPage();
  await page.addInitScript(measures);
  await page.goto(address);
  const ms = await page.evaluate(async (factors) => {
    const { bench } = globalThis;
    while (bench.cards() < factors) await bench.painted();
    return bench.painted();
  }, factors);
  return { page, ms };
}

/** Stores the incident in a fresh profile; gives the address it has there. */
async function prepare(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await choose(page, { name: "large.whyweb.json", text: JSON.stringify(largeIncident(factors)) });
  await opened(page, factors);
  await saved(page);
  const address = page.url();
  await page.close();
  return address;
}

/**
 * From pressing a key to the painted frame in which the page has so many cards and a draft or not:
 * ms, and frames dropped.
 */
async function key(page, name, cards, hasDraft) {
  await page.evaluate(([cards, hasDraft]) => {
    const { bench } = globalThis;
    bench.done = bench.fromKey(() => bench.cards() === cards &&
      (document.querySelector("#draft") !== null) === hasDraft);
  }, [cards, hasDraft]);
  await page.keyboard.press(name);
  return page.evaluate(() => globalThis.bench.done);
}

/** Adds a cause of the selected card and takes it back; gives the ms and dropped frames of each part. */
async function add(page, round) {
  const begin = await key(page, "Tab", factors, true);
  await page.keyboard.type(`One more thing that nobody had looked at before, round ${round}`);
  const letter = await key(page, ".", factors, true);
  const fix = await key(page, "Enter", factors + 1, false);
  const undo = await key(page, "z", factors, false);
  return { begin, letter, fix, undo };
}

/** Drags the selected card; gives the ms between frames on the way, and from release to painted. */
async function drag(page) {
  const box = await page.locator(".place.current .card").boundingBox();
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames = [];
    let last;
    const frame = (at) => {
      if (last !== undefined) frames.push(at - last);
      last = at;
      if (!globalThis.bench.stopped) requestAnimationFrame(frame);
    };
    Object.assign(globalThis.bench, { frames, stopped: false });
    requestAnimationFrame(frame);
  });
  for (let move = 1; move <= MOVES; move += 1) await page.mouse.move(from.x - move, from.y + move * 2);
  const frames = await page.evaluate(() => {
    globalThis.bench.stopped = true;
    return globalThis.bench.frames;
  });
  await page.evaluate(() => {
    const { bench } = globalThis;
    bench.done = new Promise((resolve) => {
      addEventListener("pointerup", async ({ timeStamp }) => {
        resolve(await bench.painted() - timeStamp);
      }, { once: true, capture: true });
    });
  });
  await page.mouse.up();
  const released = await page.evaluate(() => globalThis.bench.done);
  await key(page, "z", factors, false);
  return { frames, release: released };
}

/** Selects a card in the middle of the web, which has causes and effects. */
async function select(page) {
  const { statement } = largeIncident(factors).incident.factors[Math.floor(factors / 3)];
  await page.keyboard.press("Control+f");
  await page.keyboard.type(statement);
  await page.keyboard.press("Enter");
  await becomes(async () => (await current(page))?.startsWith(statement), true);
}

/** Prints the median, the time that one in twenty exceeds, and the worst. */
function row(what, numbers) {
  const told = [median(numbers), quantile(numbers, 0.95), Math.max(...numbers)];
  console.log(`${what.padEnd(44)}${told.map((ms) => ms.toFixed(0).padStart(8)).join("")}`);
  return { what, median: told[0], p95: told[1], worst: told[2] };
}

/** What was measured, and on what. */
function heading(browser, address) {
  const [{ model }] = cpus();
  const { links } = largeIncident(factors).incident;
  console.log(`${factors} factors, ${links.length} links; median, p95 and worst of ${rounds} rounds, in ms`);
  console.log(`Chromium ${browser.version()}, ${cpus().length} × ${model}, page at ${address}\n`);
}

async function main() {
  const host = options.url ? undefined : await serve(DIST);
  const url = options.url ?? host.url;
  const browser = await launch();
  try {
    heading(browser, options.url ?? DIST);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const address = await prepare(context, url);
    const opened = [];
    let page;
    for (let round = 0; round < opens; round += 1) {
      await page?.close();
      const { page: next, ms } = await open(context, address);
      opened.push(ms);
      page = next;
    }
    await select(page);
    const found = await measure(page, opened);
    if (options.json !== undefined) await writeFile(options.json, JSON.stringify(found));
    if (options.profile) await profile(page);
  } finally {
    await browser.close();
    await host?.close();
  }
}

async function measure(page, opened) {
  const rows = [{ key: "open", ...row("open the page at the map, to the painted map", opened) }];
  const adds = [];
  // The first round warms the browser up and is not told.
  for (let round = 0; round <= rounds; round += 1) adds.push(await add(page, round));
  const of = (part, what) => adds.slice(1).map((one) => one[part][what]);
  const dropped = {};
  for (const [key, what] of Object.entries(PARTS)) {
    rows.push({ key, ...row(what, of(key, "ms")) });
    dropped[key] = median(of(key, "dropped"));
  }
  console.log(`frames dropped for a new card, median: ${dropped.fix}`);
  if (options.only !== "adds") rows.push(...await measureDrags(page));
  return { rows, dropped };
}

/** What is done to add a card and take it back. */
const PARTS = {
  begin: "Tab, to the painted card to type in",
  letter: "a letter in it, to the painted letter",
  fix: "Enter, to the painted new card",
  undo: "Z, to the painted map without it",
};

async function measureDrags(page) {
  const drags = [];
  for (let round = 0; round <= rounds; round += 1) drags.push(await drag(page));
  const of = (part) => drags.slice(1).flatMap((one) => one[part]);
  return [
    { key: "frames", ...row(`a frame while a card is dragged (${MOVES} moves)`, of("frames")) },
    { key: "release", ...row("let go of it, to the painted map", of("release")) },
  ];
}

/** The functions that take most of adding a card and of dragging one, with all that they call. */
async function profile(page) {
  await key(page, "Tab", factors, true);
  await page.keyboard.type("One more thing that nobody had looked at before, profiled");
  tell("Enter, to the painted new card", await profiled(page, () => key(page, "Enter", factors + 1, false)));
  tell("Z, to the painted map without it", await profiled(page, () => key(page, "z", factors, false)));
  tell("dragging a card and taking it back", await profiled(page, () => drag(page)));
}

function tell(what, rows) {
  console.log(`\nWhere the time goes: ${what}, in ms`);
  console.log(`${"all".padStart(8)}${"own".padStart(8)}  function`);
  for (const [name, own, whole] of rows.slice(0, 60)) {
    console.log(`${whole.toFixed(1).padStart(8)}${own.toFixed(1).padStart(8)}  ${name}`);
  }
}

await main();
