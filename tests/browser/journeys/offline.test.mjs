// After its first load a release needs no network: every view opens without one.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, stage } from "../browser.mjs";
import { opened, saved } from "../map.mjs";
import { begin, entry, openExample, question } from "../start.mjs";

const { visit } = await stage();

// While one works on the page one wants to see each change, so that build keeps nothing.
const isRelease = (await readFile(join(DIST, "index.html"), "utf8")).includes("whyweb-offline");
const skip = isRelease ? false : "a development build keeps nothing for use without a network";

/** A visit that has been here once and has no network now. */
async function offline() {
  const someone = await visit({ serviceWorkers: "allow" });
  const page = await someone.open();
  // Ready means that the worker is active, and it is only once it has kept every file.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await someone.context.setOffline(true);
  return { someone, page };
}

test("the start page opens", { skip }, async () => {
  const { someone, page } = await offline();
  await page.reload();
  await question(page).waitFor();
  await someone.end();
});

test("an example opens", { skip }, async () => {
  const { someone, page } = await offline();
  await page.reload();
  await openExample(page, /GitLab\.com database outage/, 36);
  await someone.end();
});

test("an incident is typed, stored and opened again", { skip }, async () => {
  const { someone, page } = await offline();
  await page.reload();
  await begin(page, "The line was cut");
  await saved(page);
  await page.reload();
  await opened(page, 1);
  await page.getByRole("link", { name: "Whyweb: all incidents" }).click();
  await entry(page, "The line was cut").waitFor();
  await someone.end();
});
