// A release comes in parts: the start page by itself, the map when somebody is about to need it, the
// rest when an incident is open. Nothing waits for more than it needs, and nothing typed is lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, stage } from "../browser.mjs";
import { hurry } from "../keys.mjs";
import { opened, web } from "../map.mjs";
import { begin, question } from "../start.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const isSplit = (await readFile(join(DIST, "index.html"), "utf8")).includes("whyweb-later");
const skip = isSplit ? false : "a development build is in one piece";
const LATER = /whyweb-later-.*\.wasm$/;
const MAP = /whyweb-map-.*\.wasm$/;

/** Which parts somebody's browser asks for, in order. */
function listen(someone) {
  const fetched = [];
  someone.context.on("request", (request) => {
    if (MAP.test(request.url())) fetched.push("map");
    if (LATER.test(request.url())) fetched.push("later");
  });
  return fetched;
}

/** What was asked for so far; asking the page first lets its news arrive. */
const soFar = (page, fetched) => page.title().then(() => [...fetched]);

/** Keeps a part back until what this gives is called. */
async function keepBack(someone, part) {
  let letCome;
  const comes = new Promise((resolve) => { letCome = resolve; });
  await someone.context.route(part, (route) => comes.then(() => route.continue()));
  return letCome;
}

/** Ends a journey in which the host has refused something: the browser writes that down, nothing else. */
async function endRefused(someone) {
  await someone.context.close();
  assert.deepEqual(someone.complaints.filter((told) => !told.includes("503")), []);
  assert.deepEqual(someone.foreign, []);
}

test("the start page comes alone; each part comes once, when it is needed", { skip }, async () => {
  const someone = await visit();
  const fetched = listen(someone);
  const page = await someone.open();
  await page.getByText("No incidents yet").waitFor();
  assert.deepEqual(await soFar(page, fetched), [], "nothing comes before somebody does something");
  await question(page).press("T");
  await becomes(() => soFar(page, fetched), ["map"]);
  await begin(page, "The line was cut");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(fetched, ["map", "later"]);
  await someone.end();
});

test("a pointer or the focus on what leads to a map fetches it", { skip }, async () => {
  for (const reach of ["hover", "focus"]) {
    const someone = await visit();
    const fetched = listen(someone);
    const page = await someone.open();
    await page.getByRole("heading", { name: "On this device" }).hover();
    assert.deepEqual(await soFar(page, fetched), []);
    await page.getByRole("link", { name: /GitLab/ })[reach]();
    await becomes(() => soFar(page, fetched), ["map"], reach);
    await someone.end();
  }
});

test("keys typed before the map is there wait for it", { skip }, async () => {
  const someone = await visit();
  const letCome = await keepBack(someone, MAP);
  const page = await someone.open();
  await question(page).fill("It stopped");
  await question(page).press("Enter");
  await page.getByRole("status").filter({ hasText: "Opening…" }).waitFor();
  await hurry(page, "Tab", "the disk was full", "Tab", "no log was kept", "Enter", "1");
  letCome();
  await opened(page, 3);
  await becomes(() => web(page), {
    cards: [
      "It stopped. Outcome.",
      "no log was kept. Condition. Process.",
      "the disk was full. Condition.",
    ],
    links: [
      "“no log was kept” contributed to “the disk was full”: untested",
      "“the disk was full” contributed to “It stopped”: untested",
    ],
  });
  await someone.end();
});

test("a map that cannot be fetched is said, and tried again with the same words", { skip }, async () => {
  const someone = await visit();
  let isThere = false;
  await someone.context.route(MAP, (route) => (isThere ? route.continue() : route.fulfill({ status: 503 })));
  const page = await someone.open();
  await question(page).fill("It stopped");
  await question(page).press("Enter");
  await page.getByRole("alert").filter({ hasText: "The map could not be fetched" }).waitFor();
  assert.equal(await question(page).inputValue(), "It stopped");
  isThere = true;
  await question(page).press("Enter");
  await opened(page, 1);
  await endRefused(someone);
});

test("an address whose map cannot be fetched offers to try again", { skip }, async () => {
  const someone = await visit();
  let isThere = false;
  await someone.context.route(MAP, (route) => (isThere ? route.continue() : route.fulfill({ status: 503 })));
  const page = await someone.open("#/example/gitlab-2017");
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  isThere = true;
  await again.click();
  await opened(page, 36);
  await endRefused(someone);
});

test("a map is typed without what comes later, and what is missing is said and tried again", { skip }, async () => {
  const someone = await visit();
  const page = await someone.open();
  let isThere = false;
  await someone.context.route(LATER, (route) => (isThere ? route.continue() : route.fulfill({ status: 503 })));
  await begin(page, "The line was cut");
  await page.keyboard.press("d");
  await page.getByRole("alert").filter({ hasText: "could not be fetched" }).waitFor();
  await page.keyboard.press("d");
  isThere = true;
  await page.keyboard.press("d");
  await page.getByRole("complementary", { name: "Details" }).waitFor();
  await endRefused(someone);
});
