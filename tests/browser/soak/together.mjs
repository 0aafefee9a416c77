// Three people in three browsers work on one map over a server for a while, with everything going wrong
// that goes wrong between devices; in the end all have the same map, and it holds every edit.

import assert from "node:assert/strict";
import * as Y from "yjs";
import { launch, Visit } from "../browser.mjs";
import { exported } from "../files.mjs";
import { map, opened } from "../map.mjs";
import { mixed, seeded } from "../random.mjs";
import { openExample } from "../start.mjs";
import { connect, follow } from "../together.mjs";
import { becomes } from "../wait.mjs";
import { Person } from "./acts.mjs";
import { weather } from "./weather.mjs";
import { differences, told, toldByFile, Witness } from "./witness.mjs";

const NAMES = ["Ann", "Bob", "Cem"];
const CARDS = 36;

/** A clock that is an hour fast. */
function anHourFast() {
  const { now } = Date;
  Date.now = () => now() + 3_600_000;
}

/**
 * @param {object} all
 * @param {string} all.url where the page is
 * @param {object} all.server as servers.mjs makes them
 * @param {string} all.token what lets one in there
 * @param {number} all.acts how many are done in all
 * @param {number} all.seed what chance begins with
 * @param {number} all.minutes how long it takes at the least; as fast as the pages go where it is left out
 * @param {number} all.stops how often the server is stopped meanwhile, and started again
 * @returns what happened, to be told
 */
export async function workTogether({ url, server, token, acts, seed, minutes = 0, stops = 0 }) {
  const random = NAMES.map((_, at) => seeded(mixed(seed * 10 + at)));
  const way = await weather(server.address, seeded(mixed(seed * 10 + 9)));
  const browsers = await Promise.all(NAMES.map(() => launch()));
  try {
    const visits = await Promise.all(browsers.map((browser) => Visit.begin(browser, url, { named: [way.address] })));
    const { pages, name, witness } = await meet(visits, way, server, token);
    const people = pages.map((page, at) => new Person(page, NAMES[at], random[at]));
    way.turn();
    await work(people, { acts, minutes, stops, server });
    way.clear();
    await assertEqual(pages, witness, () => told(server.document(name)));
    witness.assertWhole();
    const cards = witness.document.getMap("factors").size;
    for (const visit of visits) await visit.end();
    return { edits: witness.edits, undos: witness.undos, cards, ...way.happened };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await way.end();
  }
}

/** All open the same map over the server, and the witness has what they have. */
async function meet(visits, way, server, token) {
  await visits.at(-1).context.addInitScript(anHourFast);
  const first = await visits[0].open();
  await openExample(first, /GitLab/, CARDS);
  const name = new URL(first.url()).hash.replace("#/incident/", "");
  const link = await connect(first, way, { token });
  const document = () => server.document(name).getMap("factors");
  await becomes(async () => document().size, CARDS, "cards at the server");
  const witness = new Witness(Y.encodeStateAsUpdate(server.document(name)));
  await Promise.all(visits.map((visit, at) => witness.listenTo(visit.context, NAMES[at])));
  await first.reload();
  await map(first).waitFor();
  const others = await Promise.all(visits.slice(1).map((visit) => follow(visit, link, { token })));
  const pages = [first, ...others];
  await Promise.all(pages.map((page) => opened(page, CARDS)));
  return { pages, name, witness };
}

/** Everybody does their share, at their own pace; the server is stopped and started on the way. */
async function work(people, { acts, minutes, stops, server }) {
  const began = Date.now();
  let done = 0;
  let isUp = true;
  const turns = new Set(Array.from({ length: stops * 2 }, (_, at) => Math.floor(acts * (at + 1) / (stops * 2 + 1))));
  const person = async (one) => {
    while (done < acts) {
      done += 1;
      if (turns.has(done)) {
        await (isUp ? server.stop() : server.start());
        isUp = !isUp;
      }
      // Not faster than was asked for: a long meeting has pauses.
      const early = began + minutes * 60_000 * done / acts - Date.now();
      if (early > 0) await new Promise((resolve) => { setTimeout(resolve, early); });
      await one.act();
    }
  };
  await Promise.all(people.map(person));
}

/** Waits until all pages and the server say the same as the witness, and the pages to the byte. */
async function assertEqual(pages, witness, serverSays) {
  for (const page of pages) await page.keyboard.press("Escape");
  const witnessed = () => told(witness.document);
  await becomes(async () => differences(serverSays(), witnessed()), [], "the server / the witness");
  const files = () => Promise.all(pages.map((page) => exported(page, "Whyweb file")));
  await becomes(async () => (await files()).map(({ text }) => differences(toldByFile(text), witnessed())),
    pages.map(() => []), "each page / the witness");
  const incidents = (await files()).map(({ text }) => JSON.stringify(JSON.parse(text).incident));
  for (const incident of incidents) assert.equal(incident, incidents[0], "the maps as files");
}
