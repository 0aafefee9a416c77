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

/** Someone without the keeper of pages, which fetches all parts behind the first load. */
async function visitor() {
  const someone = await visit({ serviceWorkers: "block" });
  const fetched = [];
  someone.context.on("request", ({ url }) => {
    if (MAP.test(url)) fetched.push("map");
    if (LATER.test(url)) fetched.push("later");
  });
  return { ...someone, fetched };
}

/** Lets a part come only when told to. */
async function held(someone, part) {
  let letCome;
  const comes = new Promise((resolve) => { letCome = resolve; });
  await someone.context.route(part, async (route) => {
    await comes;
    await route.continue();
  });
  return letCome;
}
