// What strangers send over a server: nothing of it takes the page, or the map, away from the person.

import { test } from "node:test";
import * as Y from "yjs";
import { stage } from "../browser.mjs";
import { card, map, opened, saved, selected } from "../map.mjs";
import { quietly } from "../quiet.mjs";
import { hostile } from "../servers.mjs";
import { begin } from "../start.mjs";
import { factors, manyFactors, message, update } from "../strangers.mjs";
import { closeTogether, connect, openTogether, together } from "../together.mjs";

const { url, visit } = await stage();

/** A map with one card, connected to a server that sends these messages. */
async function meet(t, messages) {
  const server = await hostile(messages);
  t.after(() => server.end());
  const someone = await visit({ named: [server.address] });
  const page = await someone.open();
  await begin(page, "The site was down");
  await connect(page, server);
  return { someone, page };
}

/** The server is named for what it sent, and dropped. */
async function dropServer(page) {
  await openTogether(page);
  await together(page).getByText(/^What the server sent was left out/).waitFor();
  await together(page).getByRole("button", { name: "Drop the server" }).click();
  await together(page).getByRole("button", { name: "Connect" }).waitFor();
  await closeTogether(page);
}

/** The map is worked on as before, and is there after a reload. */
async function goOn(page, cards) {
  await card(page, "The site was down").click();
  await selected(page, "The site was down");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The disk filled up");
  await page.keyboard.press("Enter");
  await card(page, "The disk filled up").waitFor();
  await saved(page);
  await page.reload();
  await map(page).waitFor();
  await opened(page, cards);
}

test("whoever sends what is no map harms no one, is named, and can be dropped", async (t) => {
  const valid = factors(3, "x");
  const { someone, page } = await meet(t, [
    Buffer.from("junk"),
    Buffer.from('{"format":"excalidraw","elements":[]}'),
    message(valid.subarray(0, valid.length - 5)),
    message(update((document) => document.getText("factors").insert(0, "a text"))),
    message(update((document) => document.getMap("incident").set("version", 99))),
    message(factors(30_000, "one of a million")),
    message(factors(1, '<img src="https://example.org/x" onerror="alert(1)">')),
  ]);
  // Of all that only one is a card: words, and no markup.
  await opened(page, 2);
  await card(page, '<img src="https://example.org/x"').waitFor();
  await dropServer(page);
  await goOn(page, 3);
  await someone.end();
});

const MEGABYTE = 1 << 20;

for (const [name, sent, why] of [
  ["an update of 100 MB", () => Buffer.alloc(100 * MEGABYTE, 1), "a message that is too large"],
  ["an update of a million cards", () => manyFactors(1_000_000), "a message that is too large"],
  ["as many cards as a message carries", () => manyFactors(400_000), "more parts than a map can have"],
]) {
  test(`${name} is refused, and the map stays as it was`, async (t) => {
    const server = await hostile([message(sent())]);
    t.after(() => server.end());
    const page = await quietly(url);
    t.after(() => page.end());
    await page.shows("What happened?");
    await page.type("The site was down", "What happened?");
    await page.press("Enter");
    await page.shows("Saved on this device");
    await page.press("Shift+j");
    await page.shows("Address of the server");
    await page.type(server.address, "Address of the server");
    await page.click("Connect");
    await page.shows("The server sent");
    await page.shows(why);
    await page.shows("What the server sent was left out");
    await page.click("Drop the server");
    await page.click("Close");
    await page.focus("[role=application]");
    await page.press("Tab");
    await page.type("The disk filled up");
    await page.press("Enter");
    await page.shows("The disk filled up");
    await page.shows("Saved on this device");
    await page.evaluate("location.reload()");
    await page.shows("The disk filled up");
  });
}

test("what comes bit by bit ends where one message could not tell it all", async (t) => {
  const part = (at) => message(update((document) => {
    document.getMap("factors").set(`f${at}`, new Y.Map([["statement", `Part ${at}`], ["other", "x".repeat(6 * MEGABYTE)]]));
  }));
  const { someone, page } = await meet(t, [1, 2, 3].map(part));
  await page.getByText(/^The server sent .*too large to be worked on together/).waitFor();
  await dropServer(page);
  await goOn(page, 4);
  await someone.end();
});
