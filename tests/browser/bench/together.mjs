// How soon others see what one does: from a key press in one window to the painted card in another, by
// each way to work together. `cargo xtask bench together` runs it.

import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { DIST, launch, Visit } from "../browser.mjs";
import { card, map, opened, selected } from "../map.mjs";
import { serve } from "../serve.mjs";
import { hocuspocus, yWebsocket } from "../servers.mjs";
import { openExample } from "../start.mjs";
import {
  closeTogether, connect, DIRECT_FLAGS, follow, invite, openTogether, takeName,
} from "../together.mjs";
import { median, quantile } from "./layout/statistics.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "100" },
    only: { type: "string" },
    url: { type: "string" },
  },
});
const rounds = Number(options.rounds);
const CARDS = 36;
/** The time that at most one key press in twenty may exceed, in ms. */
const LIMIT = 100;
const TOKEN = "let me in";

/** What each page needs to measure itself. All times are in ms since 1970, so pages can be compared. */
function measures() {
  const stand = () => document.querySelectorAll("#map .card").length;
  globalThis.bench = {
    /** When the next Enter is pressed. */
    pressed: () => new Promise((resolve) => {
      const listen = ({ key, timeStamp }) => {
        if (key !== "Enter") return;
        removeEventListener("keydown", listen, true);
        resolve(performance.timeOrigin + timeStamp);
      };
      addEventListener("keydown", listen, true);
    }),
    /** When the frame is done in which so many cards stand. */
    painted: (cards) => new Promise((resolve) => {
      const paint = () => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(undefined);
      });
      const observer = new MutationObserver(() => {
        if (stand() !== cards) return;
        observer.disconnect();
        paint();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    }),
  };
}

/** Makes pages able to measure, whoever opens them. */
async function measuring(visit) {
  await visit.context.addInitScript(measures);
  return visit;
}

async function begin(visit) {
  const page = await visit.open();
  await openExample(page, /GitLab/, CARDS);
  return page;
}

/** By each way: two pages, the one who writes first. */
const WAYS = {
  async "tabs of one browser"({ url, browsers: [browser] }) {
    const visit = await measuring(await Visit.begin(browser, url));
    const page = await begin(visit);
    // In a window of its own, so that neither is in the other's shadow, where a browser seldom draws.
    const opens = visit.context.waitForEvent("page");
    await page.evaluate(() => { open(location.href, "_blank", "noopener,width=1280,height=720"); });
    return [page, await opens];
  },
  async "a direct connection"({ url, browsers }) {
    const [host, guest] = await Promise.all(
      browsers.map(async (browser) => measuring(await Visit.begin(browser, url))));
    const page = await begin(host);
    await takeName(page, "Ann");
    await openTogether(page);
    const other = await invite(page, guest, "Ann");
    await closeTogether(page);
    return [page, other];
  },
  "y-websocket": (stage) => overServer(stage, yWebsocket),
  Hocuspocus: (stage) => overServer(stage, () => hocuspocus(TOKEN), TOKEN),
};

async function overServer({ url, browsers, ends }, make, token) {
  const server = await make();
  ends.push(() => server.end());
  const [one, two] = await Promise.all(browsers.map(
    async (browser) => measuring(await Visit.begin(browser, url, { named: [server.address] }))));
  const page = await begin(one);
  const link = await connect(page, server, { token });
  return [page, await follow(two, link, { token })];
}

/** Adds a card and takes it back; gives the ms to the card in the own window, and in the other. */
async function round(pages, at) {
  const [writer, reader] = pages;
  await writer.keyboard.press("Tab");
  await writer.keyboard.type(`Seen elsewhere, round ${at}`);
  // Each promise is made before the key is pressed: an evaluation is under way when it is sent.
  const painted = Promise.all(pages.map((page) => page.evaluate(
    (cards) => globalThis.bench.painted(cards), CARDS + 1)));
  const pressed = writer.evaluate(() => globalThis.bench.pressed());
  await Promise.all(pages.map((page) => page.evaluate(() => undefined)));
  await writer.keyboard.press("Enter");
  const from = await pressed;
  const [here, there] = (await painted).map((at) => at - from);
  await writer.keyboard.press("z");
  await Promise.all([opened(writer, CARDS), opened(reader, CARDS)]);
  return { here, there };
}

/** Measures one way; tells whether it is fast enough. */
async function measure(name, url) {
  const browsers = await Promise.all([launch(...DIRECT_FLAGS), launch(...DIRECT_FLAGS)]);
  const ends = [];
  try {
    const pages = await WAYS[name]({ url, browsers, ends });
    await opened(pages[1], CARDS);
    await map(pages[0]).focus();
    await card(pages[0], "The copy tool waits silently").click();
    await selected(pages[0], "The copy tool waits silently");
    const found = [];
    // The first rounds warm the browsers up and are not told.
    for (let at = -3; at < rounds; at += 1) {
      const one = await round(pages, at);
      if (at >= 0) found.push(one);
    }
    row(`${name}, in the own window`, found.map(({ here }) => here));
    return row(`${name}, in the other`, found.map(({ there }) => there), LIMIT);
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    for (const end of ends) await end();
  }
}

/** Prints the median, the time that one in twenty exceeds, and the worst; tells whether that fits. */
function row(what, numbers, limit = Infinity) {
  const told = [median(numbers), quantile(numbers, 0.95), Math.max(...numbers)];
  const fits = told[1] < limit;
  const mark = limit === Infinity ? "" : fits ? `  ok, under ${limit} ms` : `  MISSED, not under ${limit} ms`;
  console.log(`${what.padEnd(44)}${told.map((ms) => ms.toFixed(0).padStart(8)).join("")}${mark}`);
  return fits;
}

const host = options.url ? undefined : await serve(DIST);
const url = options.url ?? host.url;
const [{ model }] = cpus();
console.log("From Enter in one window to the painted card in another, on the GitLab example;");
console.log(`median, p95 and worst of ${rounds} key presses, in ms, on ${cpus().length} × ${model}\n`);
let fits = true;
for (const name of Object.keys(WAYS).filter((name) => name.includes(options.only ?? ""))) {
  fits = await measure(name, url) && fits;
}
await host?.close();
process.exitCode = fits ? 0 : 1;
