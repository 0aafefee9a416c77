// Several people, one map: by the tabs of one browser, a colleague's file, a direct connection and the
// servers that teams run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, launch, stage, Visit } from "../browser.mjs";
import { exported } from "../files.mjs";
import { card, map, opened, saved, selected, spokenCards, undo } from "../map.mjs";
import { hocuspocus, statements, yWebsocket } from "../servers.mjs";
import { begin, openExample } from "../start.mjs";
import {
  closeTogether, connect, DIRECT_FLAGS, invite, namesOnMap, openTogether, takeName, together, way,
} from "../together.mjs";
import { becomes } from "../wait.mjs";

const { url, visit } = await stage();

/** Adds a cause of a card. */
async function addCause(page, of, statement) {
  await card(page, of).click();
  await selected(page, of);
  await page.keyboard.press("Tab");
  await page.keyboard.type(statement);
  await page.keyboard.press("Enter");
  await card(page, statement).waitFor();
}

const hash = (page) => new URL(page.url()).hash;
const incident = (page) => hash(page).replace("#/incident/", "");
const both = async (one, two) => becomes(() => spokenCards(two), await spokenCards(one));

/** One person with the same new incident open in two tabs. */
async function twoTabs() {
  const someone = await visit();
  const one = await someone.open();
  await begin(one, "The site was down");
  await saved(one);
  const two = await someone.open(hash(one));
  await opened(two, 1);
  return { someone, one, two };
}

test("two tabs see each other's edits, and each takes back its own", async () => {
  const { someone, one, two } = await twoTabs();
  await addCause(one, "The site was down", "The disk filled up");
  await opened(two, 2);
  await addCause(two, "The site was down", "Nobody was told");
  await opened(one, 3);
  await undo(one).click();
  await opened(two, 2);
  assert.deepEqual(await spokenCards(two), ["Nobody was told. Condition.", "The site was down. Outcome."]);
  await undo(two).click();
  await opened(one, 1);
  await saved(one);
  await saved(two);
  await one.reload();
  await opened(one, 1);
  await someone.end();
});

test("others are seen at the card they work on, by their name", async () => {
  const { someone, one, two } = await twoTabs();
  await takeName(two, "Ann");
  await card(two, "The site was down").click();
  await becomes(() => namesOnMap(one).then((names) => names.includes("Ann")), true);
  await two.keyboard.press("e");
  await becomes(() => namesOnMap(one).then((names) => names.includes("Ann is typing…")), true);
  await two.keyboard.press("Escape");
  await one.getByRole("button", { name: "Here with you: Ann" }).waitFor();
  await two.close();
  await becomes(() => namesOnMap(one), []);
  await someone.end();
});

test("who shows the way is followed", async () => {
  const { someone, one, two } = await twoTabs();
  await openTogether(one);
  await together(one).getByRole("switch", { name: "Show the way" }).click();
  await closeTogether(one);
  await two.getByRole("button", { name: "Follow someone" }).click();
  const scale = (page) => page.locator("#map-view").getAttribute("transform").then((transform) =>
    Number(/scale\(([\d.]+)\)/.exec(transform)[1]) > 1.2);
  await one.getByRole("button", { name: "Zoom in" }).click();
  await one.getByRole("button", { name: "Zoom in" }).click();
  await becomes(() => scale(one), true);
  await becomes(() => scale(two), true);
  await someone.end();
});

test("the window is accessible, and says what each way promises", async () => {
  const someone = await visit();
  const page = await someone.open();
  await begin(page, "The site was down");
  await page.keyboard.press("Shift+j");
  for (const name of [
    "Tabs of this browser", "A colleague’s file", "Invite somebody directly", "Your own Yjs server",
  ]) await way(page, name).waitFor();
  await assertAccessible(page);
  await someone.end();
});

test("a colleague's file comes in as one step", async () => {
  const [ann, bob] = [await visit(), await visit()];
  const page = await ann.open();
  await begin(page, "The site was down");
  await addCause(page, "The site was down", "The disk filled up");
  const first = await exported(page, "Whyweb");
  const other = await bob.open();
  await other.getByLabel("Choose a file…").setInputFiles({
    name: first.name, mimeType: "text/plain", buffer: Buffer.from(first.text),
  });
  await opened(other, 2);
  await addCause(other, "The disk filled up", "Logs were kept for ever");
  await addCause(page, "The site was down", "Nobody was told");
  const second = await exported(other, "Whyweb");
  await openTogether(page);
  await page.getByLabel("Choose a colleague’s file…").setInputFiles({
    name: second.name, mimeType: "text/plain", buffer: Buffer.from(second.text),
  });
  await together(page).getByText("Came in: 1 new factor and 1 new link.").waitFor();
  await closeTogether(page);
  await opened(page, 4);
  await selected(page, "Logs were kept for ever");
  await undo(page).click();
  await opened(page, 3);
  await ann.end();
  await bob.end();
});

for (const [name, make, token] of [
  ["y-websocket", yWebsocket, undefined],
  ["Hocuspocus", () => hocuspocus("let me in"), "let me in"],
]) {
  test(`two people work over ${name}, and merge when it comes back`, async (t) => {
    const server = await make();
    t.after(() => server.end());
    const options = { named: [server.address] };
    const [ann, bob] = [await visit(options), await visit(options)];
    const page = await ann.open();
    await begin(page, "The site was down");
    const link = await connect(page, server, { token });
    await becomes(async () => statements(server.document(incident(page))), ["The site was down"]);

    const other = await bob.open(new URL(link).hash);
    await together(other).getByText("This link asks to connect to").waitFor();
    if (token !== undefined) {
      await together(other).getByRole("textbox", { name: "Token" }).fill("guessed");
      await together(other).getByRole("button", { name: "Connect" }).click();
      await together(other).getByText("does not let you in").waitFor();
      await together(other).getByRole("button", { name: "Disconnect" }).click();
      await together(other).getByRole("textbox", { name: "Token" }).fill(token);
    }
    await together(other).getByRole("button", { name: "Connect" }).click();
    await together(other).getByText("Connected to").waitFor();
    await closeTogether(other);
    await opened(other, 1);
    await addCause(other, "The site was down", "The disk filled up");
    await opened(page, 2);

    await server.stop();
    await addCause(page, "The site was down", "Nobody was told");
    await addCause(other, "The disk filled up", "Logs were kept for ever");
    await Promise.all([saved(page), saved(other)]);
    await server.start();
    await Promise.all([opened(page, 4), opened(other, 4)]);
    await both(page, other);
    await becomes(async () => statements(server.document(incident(page))), [
      "Logs were kept for ever", "Nobody was told", "The disk filled up", "The site was down",
    ]);
    await undo(page).click();
    await opened(other, 3);
    await other.reload();
    await opened(other, 3);
    await both(page, other);
    await ann.end();
    await bob.end();
  });
}

test("two browsers connect directly, with no server", async (t) => {
  const browsers = await Promise.all([1, 2, 3].map(() => launch(...DIRECT_FLAGS)));
  t.after(() => Promise.all(browsers.map((browser) => browser.close())));
  const [host, first, second] = await Promise.all(browsers.map((each) => Visit.begin(each, url)));
  const page = await host.open();
  await begin(page, "The site was down");
  await takeName(page, "Ann");
  await openTogether(page);
  const one = await invite(page, first, "Ann");
  await opened(one, 1);
  // The wire of the first stays; a new one is made.
  const two = await invite(page, second, "Ann", "Invite another");
  await opened(two, 1);
  await closeTogether(page);
  await addCause(one, "The site was down", "The disk filled up");
  await Promise.all([opened(page, 2), opened(two, 2)]);
  await addCause(two, "The disk filled up", "Logs were kept for ever");
  await Promise.all([opened(page, 3), opened(one, 3)]);
  await both(one, two);
  // Somebody else has asked why of it meanwhile, so it stays.
  await undo(one).click();
  await one.getByText("Others have worked on this since").waitFor();
  await undo(two).click();
  await Promise.all([opened(page, 2), opened(one, 2)]);
  await both(page, two);
  // Who is left behind is told, and what to do.
  await two.close();
  await page.getByText(/^The direct connection with .* ended\. .*make a new invitation/).waitFor();
  for (const each of [host, first, second]) await each.end();
});

/** How many cards lie whole within the window. */
const cardsInSight = (page) => page.locator("#map .card").evaluateAll((cards) => cards.filter((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}).length);

for (const [name, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 390, height: 844 }]]) {
  test(`shown to a room, the whole map is in sight on a ${name} screen`, async () => {
    const someone = await visit({ viewport });
    const page = await someone.open();
    await openExample(page, /GitLab/, 36);
    await map(page).focus();
    await page.keyboard.press("Shift+s");
    await becomes(() => cardsInSight(page), 36, "the cards in sight");
    await page.keyboard.press("Escape");
    await becomes(() => cardsInSight(page), 36, "the cards in sight afterwards");
    await someone.end();
  });
}
