// The example of the GitLab outage leaves as a file and as a picture, and comes back from both.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, stage } from "../browser.mjs";
import { collisions, counts, show, words } from "../drawing.mjs";
import { choose, exported } from "../files.mjs";
import { opened, picture as drawn, web } from "../map.mjs";
import { openExample } from "../start.mjs";

const { visit } = await stage();
const [FACTORS, LINKS] = [36, 40];

const someone = await visit();
const page = await someone.open();
await openExample(page, /GitLab\.com database outage/, FACTORS);
const before = { web: await web(page), picture: await drawn(page) };
const file = await exported(page, "Whyweb file");
const picture = await exported(page, "Picture (SVG)");
const example = JSON.parse(
  await readFile(join(DIST, "examples", "gitlab-2017.whyweb.json"), "utf8"));

/** Opens a file in the browser of somebody who has nothing yet; gives what they see and hold. */
async function elsewhere(file) {
  const other = await visit();
  const page = await other.open();
  await choose(page, file);
  await opened(page, FACTORS);
  const there = { web: await web(page), picture: await drawn(page) };
  const { text } = await exported(page, "Whyweb file");
  await other.end();
  return { there, incident: readable(text) };
}

/** What a file says to those who read it, without the document beside it. */
const readable = (text) => JSON.parse(text).incident;

/** A page with nothing on it but the picture. */
async function paper(t) {
  const paper = await someone.context.newPage();
  t.after(() => paper.close());
  assert.equal(await show(paper, picture.text), null, "the picture is no well-formed XML");
  return paper;
}

test("the map shows all of the example", () => {
  assert.equal(before.web.cards.length, FACTORS);
  assert.equal(before.web.links.length, LINKS);
});

test("the files are named after the incident", () => {
  assert.equal(file.name, "gitlab-com-database-outage.whyweb.json");
  assert.equal(picture.name, "gitlab-com-database-outage.svg");
});

test("the picture is well-formed and draws every card and link", async (t) => {
  assert.deepEqual(await counts(await paper(t)), { cards: FACTORS, links: LINKS });
});

test("the picture shows every statement", async (t) => {
  const shown = await words(await paper(t));
  for (const { statement } of example.incident.factors) {
    const card = shown.find(({ spoken }) => spoken.startsWith(statement.replace(/\.$/, "")));
    assert.ok(card, `no card says “${statement}”`);
    const lines = card.lines.join(" ");
    // A card has three lines; what is longer ends in an ellipsis and is whole in its hint.
    const seen = lines.includes(statement) || (lines.includes("…") && card.whole === statement);
    assert.ok(seen, `“${statement}” is shown as “${lines}”`);
  }
});

test("no cards overlap, no link runs through a card, no words stick out", async (t) => {
  assert.deepEqual(await collisions(await paper(t)), []);
});

test("the file reopens as an equal incident", async () => {
  const { there, incident } = await elsewhere(file);
  assert.deepEqual(there, before);
  assert.deepEqual(incident, readable(file.text));
});

test("the picture reopens as an equal incident", async () => {
  const { there, incident } = await elsewhere(picture);
  assert.deepEqual(there, before);
  assert.deepEqual(incident, readable(file.text));
});

test("the file says what the example says", () => {
  // Where a card lies and a link runs are hints that whoever opens the example adds.
  const { factors, links, ...rest } = readable(file.text);
  const plain = {
    ...rest,
    factors: factors.map(({ position, ...factor }) => factor),
    links: links.map(({ passes, ...link }) => link),
  };
  assert.deepEqual(plain, example.incident);
});

test("all of that met no error and no other host", () => someone.end());
