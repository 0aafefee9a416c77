// The map under a mouse and under two fingers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { choose } from "../files.mjs";
import { card, map, opened, picture, saved, selected, spokenLinks, undo } from "../map.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

const FILE = JSON.stringify({
  format: "whyweb",
  version: 1,
  incident: {
    id: "small",
    factors: [
      { id: "a", statement: "The site was down", role: "outcome" },
      { id: "b", statement: "The disk filled up" },
      { id: "c", statement: "Nobody was told" },
      { id: "d", statement: "Logs were kept for ever" },
    ],
    links: [{ id: "ba", cause: "b", effect: "a" }, { id: "ca", cause: "c", effect: "a" }],
  },
});

/** A visit with a small web open; `options` are Playwright's for a new context. */
async function begin(options) {
  const someone = await visit(options);
  const page = await someone.open();
  await choose(page, { name: "small.whyweb.json", text: FILE });
  await opened(page, 4);
  return { someone, page };
}

/** The middle of a thing in the window. */
async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Presses at one place, moves in steps to another, and lets go. */
async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/** A place on the map with nothing on it. */
async function paper(page) {
  const { x, y, height } = await map(page).boundingBox();
  return { x: x + 24, y: y + height - 24 };
}

const place = (page, statement) =>
  card(page, statement).locator("xpath=ancestor::*[@data-factor]").getAttribute("transform");

test("a dragged card stays where it was put, also after a reload", async () => {
  const { someone, page } = await begin();
  const from = await middle(card(page, "Nobody was told"));
  await drag(page, from, { x: from.x - 60, y: from.y + 90 });
  await selected(page, "Nobody was told");
  await becomes(() => middle(card(page, "Nobody was told")), { x: from.x - 60, y: from.y + 90 });
  await page.keyboard.press("d");
  await page.getByText("Placed by hand").waitFor();
  await saved(page);
  const before = await picture(page);
  await page.reload();
  await opened(page, 4);
  assert.deepEqual(await picture(page), before);
  await card(page, "Nobody was told").click();
  await page.getByText("Placed by hand").waitFor();
  await someone.end();
});

test("a drag is one step to undo", async () => {
  const { someone, page } = await begin();
  const before = await place(page, "Nobody was told");
  const from = await middle(card(page, "Nobody was told"));
  await drag(page, from, { x: from.x - 60, y: from.y + 90 });
  await becomes(async () => (await place(page, "Nobody was told")) !== before, true, "it moved");
  await page.keyboard.press("z");
  await becomes(() => undo(page).isDisabled(), true, "one step was all");
  await page.keyboard.press("d");
  assert.equal(await page.getByText("Placed by hand").count(), 0, "it is released");
  await someone.end();
});

test("the handle of a card dragged onto another links it as a cause", async () => {
  const { someone, page } = await begin();
  await card(page, "The disk filled up").click();
  await selected(page, "The disk filled up");
  // The handle is for hands alone: the keyboard has L.
  const handle = page.locator(".place.current .handle-disc");
  await drag(page, await middle(handle), await middle(card(page, "Logs were kept")));
  await becomes(async () => (await spokenLinks(page)).includes(
    "“Logs were kept for ever” contributed to “The disk filled up”: untested"), true);
  await someone.end();
});

test("a click on a handle asks why", async () => {
  const { someone, page } = await begin();
  await card(page, "The disk filled up").hover();
  const { x, y } = await middle(page.locator(".place:hover .handle-disc"));
  await page.mouse.click(x, y);
  await page.getByRole("textbox", { name: "Why? What contributed to it?" }).fill("It was small");
  await page.keyboard.press("Enter");
  await opened(page, 5);
  await becomes(async () => (await spokenLinks(page)).includes(
    "“It was small” contributed to “The disk filled up”: untested"), true);
  await someone.end();
});

test("dragging the paper moves the map and nothing on it", async () => {
  const { someone, page } = await begin();
  const [before, from] = [await picture(page), await middle(card(page, "Nobody was told"))];
  const start = await paper(page);
  await drag(page, start, { x: start.x + 120, y: start.y - 80 });
  await becomes(() => middle(card(page, "Nobody was told")), { x: from.x + 120, y: from.y - 80 });
  assert.deepEqual(await picture(page), before);
  assert.equal(await undo(page).isDisabled(), true);
  await someone.end();
});

test("the wheel moves the map, with Ctrl it zooms around the pointer, and F shows all", async () => {
  const { someone, page } = await begin();
  const it = card(page, "The site was down");
  const from = await middle(it);
  await page.mouse.move(from.x, from.y);
  await page.mouse.wheel(0, 100);
  await becomes(() => middle(it), { x: from.x, y: from.y - 100 });
  await page.mouse.wheel(0, -100);
  await becomes(() => middle(it), from);
  const { width } = await it.boundingBox();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await becomes(async () => (await it.boundingBox()).width > width * 1.2, true, "it is larger");
  const after = await middle(it);
  assert.ok(Math.hypot(after.x - from.x, after.y - from.y) < 2, "the pointer is still over it");
  await map(page).focus();
  await page.keyboard.press("f");
  const frame = await map(page).boundingBox();
  await becomes(async () => {
    const boxes = await Promise.all((await page.locator("#map .card").all()).map((one) => one.boundingBox()));
    return boxes.every((box) => box.x >= frame.x && box.y >= frame.y &&
      box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height);
  }, true, "all cards are in sight");
  await someone.end();
});

test("a frame drawn with Shift selects what it touches, and dragging one moves all", async () => {
  const { someone, page } = await begin();
  await page.keyboard.press("d");
  const boxes = await Promise.all(["The disk filled", "Nobody was told"].map((one) => card(page, one).boundingBox()));
  const left = Math.min(...boxes.map((box) => box.x)) - 20;
  const top = Math.min(...boxes.map((box) => box.y)) - 20;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) - 40;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + 8;
  await page.keyboard.down("Shift");
  await drag(page, { x: left, y: top }, { x: right, y: bottom });
  await page.keyboard.up("Shift");
  await page.getByRole("heading", { name: "2 factors" }).waitFor();
  const [one, other] = [await middle(card(page, "The disk filled")), await middle(card(page, "Nobody was told"))];
  await drag(page, one, { x: one.x - 30, y: one.y + 40 });
  await becomes(() => middle(card(page, "Nobody was told")), { x: other.x - 30, y: other.y + 40 });
  await someone.end();
});

test("two fingers zoom and move the map", async () => {
  const { someone, page } = await begin({ hasTouch: true });
  const it = card(page, "The site was down");
  const { width } = await it.boundingBox();
  const { x, y } = await middle(map(page));
  const devtools = await someone.context.newCDPSession(page);
  const touch = (type, apart) => devtools.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: apart === undefined ? [] : [{ x: x - apart, y, id: 0 }, { x: x + apart, y, id: 1 }],
  });
  await touch("touchStart", 50);
  for (const apart of [60, 70, 80, 90, 100]) await touch("touchMove", apart);
  await touch("touchEnd");
  await becomes(async () => Math.round((await it.boundingBox()).width / width), 2, "twice as large");
  await someone.end();
});
