// Whatever is handed to the page: a clear message with the place, and the open map as it was.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { stage } from "../browser.mjs";
import { show, words } from "../drawing.mjs";
import { choose, chooseOnDisk, exported } from "../files.mjs";
import { card, picture, saved, undo } from "../map.mjs";
import { begin } from "../start.mjs";

const folder = await mkdtemp(join(tmpdir(), "whyweb-"));
after(() => rm(folder, { recursive: true }));
const { visit } = await stage();

/** A small file of ours, changed by `edit` and written a value a line. */
function file(edit) {
  const content = {
    format: "whyweb",
    version: 1,
    incident: {
      id: "bad",
      factors: [{ id: "a", statement: "It broke" }, { id: "b", statement: "It was old" }],
      links: [{ id: "l", cause: "b", effect: "a" }],
    },
  };
  edit(content, content.incident);
  return JSON.stringify(content, undefined, 1);
}

const whole = file(() => {});

/** What is handed over, and what the message has to say: what is wrong, where, and what to do. */
const CASES = [
  ["JSON that is cut off", whole.slice(0, 150), /line \d+.*ends in the middle.*save it again/i],
  ["a later version", file((all) => { all.version = 99; }), /newer Whyweb \(version 99.*reload/i],
  ["JSON of something else", '{"name": "x"}', /not a Whyweb file.*\.whyweb\.json/i],
  ["an empty file", "", /empty/i],
  [
    "a number for a statement",
    file((_, incident) => { incident.factors[1].statement = 7; }),
    /line \d+.*factors\[1\]\.statement.*7/i,
  ],
  [
    "an object for a list",
    file((_, incident) => { incident.factors = {}; }),
    /line \d+.*factors/i,
  ],
  [
    "an id twice",
    file((_, incident) => { incident.factors[1].id = "a"; }),
    /line \d+.*another factor with the id "a".*new id/i,
  ],
  [
    "a link to nowhere",
    file((_, incident) => { incident.links[0].effect = "gone"; }),
    /line \d+.*no factor with the id "gone".*correct/i,
  ],
  [
    "a link to itself",
    file((_, incident) => { incident.links[0].effect = "b"; }),
    /line \d+.*itself.*remove/i,
  ],
  [
    "a field that nobody knows",
    file((_, incident) => { incident.factors[0].colour = "red"; }),
    /line \d+.*unknown field.*colour/i,
  ],
  [
    "a control character in a statement",
    file((_, incident) => { incident.factors[0].statement = "It \u0007 broke"; }),
    /line \d+.*invisible control character U\+0007 at character 4/i,
  ],
  [
    "a switch of direction in a statement",
    file((_, incident) => { incident.factors[0].statement = "invoice\u202Efdp.exe"; }),
    /line \d+.*invisible control character U\+202E/i,
  ],
  [
    "evidence at an address that runs",
    file((_, incident) => {
      const body = { address: "javascript:alert(1)" };
      incident.evidence = [{ id: "e", about: { factor: "a" }, body }];
    }),
    /line \d+.*evidence\[0\].*http:\/\/, https:\/\/ or mailto:/i,
  ],
  [
    "lists in lists, ten thousand deep",
    `{"format": "whyweb", "version": 1, "incident": ${"[".repeat(10_000)}`,
    /line 1/i,
  ],
];

const someone = await visit();
const page = await someone.open();
await begin(page, "The map that is open");
await saved(page);
const before = { address: page.url(), picture: await picture(page) };

/** Hands something over with the map open; gives the message, and asserts that nothing changed. */
async function refusal(hand) {
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog", { name: "Import" }).waitFor();
  await hand();
  const told = page.getByRole("dialog", { name: "That could not be read" });
  const message = await told.getByRole("alert").textContent();
  await told.getByRole("button", { name: "Close", exact: true }).last().click();
  await told.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.deepEqual({ address: page.url(), picture: await picture(page) }, before);
  return message;
}

for (const [name, text, expected] of CASES) {
  test(`${name} is refused with the place`, async () => {
    const message = await refusal(() => choose(page, { name: "bad.whyweb.json", text }));
    assert.match(message, /^bad\.whyweb\.json: /);
    assert.match(message, expected);
  });
}

test("50 MB of text are refused", async () => {
  const path = join(folder, "notes.txt");
  await writeFile(path, "- it was slow\n".repeat(3_600_000));
  const message = await refusal(() => chooseOnDisk(page, path));
  assert.match(message, /^notes\.txt: .*(50400000 bytes|50 MB)/);
});

test("an SVG that holds no map is refused", async () => {
  const text = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const message = await refusal(() => choose(page, { name: "some.svg", text }));
  assert.match(message, /^some\.svg: .*map/);
});

test("the map that stayed open goes on", async () => {
  assert.equal(await undo(page).isDisabled(), false);
  await someone.end();
});

const LABEL = "</text><script>alert(1)</script>";

test("markup in a statement is shown as words, on screen and in the picture", async () => {
  const someone = await visit();
  const page = await someone.open();
  page.on("dialog", (dialog) => { throw new Error(`a script ran: ${dialog.message()}`); });
  await begin(page, LABEL);
  await card(page, LABEL).waitFor();
  assert.equal(await card(page, LABEL).locator("text").last().textContent(), LABEL);
  const { text } = await exported(page, "Picture (SVG)");
  const paper = await someone.context.newPage();
  assert.equal(await show(paper, text), null);
  assert.equal(await paper.locator("svg script").count(), 0);
  assert.deepEqual((await words(paper)).map(({ lines }) => lines.at(-1)), [LABEL]);
  await someone.end();
});

test("right-to-left statements are shown in their direction", async () => {
  const someone = await visit();
  const page = await someone.open();
  const statement = "השרת נפל בשעה 22:00";
  await begin(page, statement);
  await card(page, statement).waitFor();
  const directions = await card(page, statement).locator("text").last().getAttribute("direction");
  assert.equal(directions, "rtl");
  await someone.end();
});

test("an address that runs is refused as evidence, with a reason", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "It broke");
  await page.keyboard.press("d");
  await page.getByRole("button", { name: "Add evidence" }).click();
  const form = page.getByRole("form", { name: "Evidence" });
  await form.getByRole("radio", { name: "Address" }).click();
  await form.getByLabel("Where it can be seen").fill("javascript:alert(1)");
  await form.getByRole("button", { name: "Keep" }).click();
  await form.getByRole("alert").filter({ hasText: "http://, https:// or mailto:" }).waitFor();
  assert.equal(await page.locator("a[href^='javascript:']").count(), 0);
  await someone.end();
});
