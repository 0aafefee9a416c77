// A release fetches its second half when an incident opens; the map does not wait for it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, stage } from "../browser.mjs";
import { begin } from "../start.mjs";

const { visit } = await stage();

const isSplit = (await readFile(join(DIST, "index.html"), "utf8")).includes("whyweb-later");
const skip = isSplit ? false : "a development build is in one piece";
const LATER = /whyweb-later-.*\.wasm$/;

test("the start page comes without it, an incident fetches it once", { skip }, async () => {
  const someone = await visit();
  const fetched = [];
  someone.context.on("request", (request) => LATER.test(request.url()) && fetched.push(request.url()));
  const page = await someone.open();
  assert.equal(fetched.length, 0);
  await begin(page, "The line was cut");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  assert.equal(fetched.length, 1);
  await someone.end();
});

test("a map is typed without it, and what is missing is said and tried again", { skip }, async () => {
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
  await someone.context.close();
  // The browser itself writes down what was refused; nothing else went wrong.
  assert.deepEqual(someone.complaints.filter((told) => !told.includes("503")), []);
  assert.deepEqual(someone.foreign, []);
});
